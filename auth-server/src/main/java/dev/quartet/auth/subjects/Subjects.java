package dev.quartet.auth.subjects;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import dev.quartet.auth.clients.QuartetClientSettings;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

	private final PairwiseSubjects pairwise;

	private final SecureRandom random;

	Subjects(PairwiseSubjects pairwise, SecureRandom random) {
		this.pairwise = pairwise;
		this.random = random;
	}

	/** The {@code sub} of the person at this client; the same at each call. */
	@Transactional
	public String subject(RegisteredClient client, String userId) {
		return QuartetClientSettings.sector(client).map((sector) -> pairwise(sector, userId)).orElse(userId);
	}

	/** Whom one of our own tokens means, whatever client it was issued to. */
	@Transactional(readOnly = true)
	public String userId(String subject) {
		return this.pairwise.findBySubject(subject).map(PairwiseSubject::userId).orElse(subject);
	}

	/**
	 * Whom a client means with a name that may be its own invention: it learns nothing
	 * about the names of others.
	 */
	@Transactional(readOnly = true)
	public Optional<String> userId(RegisteredClient client, String subject) {
		Optional<String> sector = QuartetClientSettings.sector(client);
		return sector.isEmpty() ? Optional.of(subject)
				: this.pairwise.findBySubjectAndSector(subject, sector.get()).map(PairwiseSubject::userId);
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
