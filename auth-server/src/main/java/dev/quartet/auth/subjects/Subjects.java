package dev.quartet.auth.subjects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.quartet.auth.clients.QuartetClientSettings;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides what a client calls a person: by the id that all know, or by a name of its own
 * sector, so that two sectors cannot find out whether they know the same person (OpenID
 * Connect Core §8.1).
 *
 * <p>
 * Such a name is random and kept, not computed: no secret gives it away, and none that is
 * exchanged changes it.
 */
@Component
public class Subjects {

	private static final int BYTES = 32;

	/** What they look like, before a database sees what a client sent. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final String EVERYBODY = "";

	private final PairwiseSubjects pairwise;

	private final SecureRandom random;

	Subjects(PairwiseSubjects pairwise, SecureRandom random) {
		this.pairwise = pairwise;
		this.random = random;
	}

	/** The {@code sub} of the person at this client; the same at each call. */
	public String subject(RegisteredClient client, String userId) {
		return QuartetClientSettings.sector(client).map((sector) -> pairwise(sector, userId)).orElse(userId);
	}

	/** Whom one of our own tokens means, whatever client it was issued to. */
	public String userId(String subject) {
		return NAME.matcher(subject).matches()
				? this.pairwise.findBySubject(subject).map(PairwiseSubject::userId).orElse(subject) : subject;
	}

	/**
	 * Whom a client means with a name that may be its own invention: it learns nothing
	 * about the names of others.
	 */
	public Optional<String> userId(RegisteredClient client, String subject) {
		Optional<String> sector = QuartetClientSettings.sector(client);
		if (sector.isEmpty()) {
			return Optional.of(subject);
		}
		return NAME.matcher(subject).matches()
				? this.pairwise.findBySubjectAndSector(subject, sector.get()).map(PairwiseSubject::userId)
				: Optional.empty();
	}

	/**
	 * Whether both call people by the same names, so that what one was told is no news to
	 * the other.
	 */
	public static boolean share(RegisteredClient one, RegisteredClient other) {
		return QuartetClientSettings.sector(one).equals(QuartetClientSettings.sector(other));
	}

	/**
	 * The {@code sid} of a session at this client. Two sectors could else find out by it
	 * that they know the same person; nobody outside knows the session's own.
	 */
	public static String sid(RegisteredClient client, String sid) {
		String sector = QuartetClientSettings.sector(client).orElse(EVERYBODY);
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(sha256((sector + " " + sid).getBytes(StandardCharsets.UTF_8)));
	}

	private static byte[] sha256(byte[] text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String pairwise(String sector, String userId) {
		return find(sector, userId).or(() -> {
			this.pairwise.insert(random(), sector, userId);
			return find(sector, userId);
		}).orElseThrow(() -> new IllegalStateException("There is no such person any more"));
	}

	private Optional<String> find(String sector, String userId) {
		return this.pairwise.findByUserIdAndSector(userId, sector).map(PairwiseSubject::subject);
	}

	private String random() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
