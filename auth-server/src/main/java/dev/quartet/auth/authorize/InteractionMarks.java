package dev.quartet.auth.authorize;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import dev.quartet.auth.keys.KeySecret;
import dev.quartet.auth.web.QueryString;
import org.springframework.stereotype.Component;

/**
 * Signs what a request goes through a page with, together with the request: whoever sits
 * at the browser can neither skip a page nor take the mark of another request.
 */
@Component
public class InteractionMarks {

	/** The parameter that carries the mark beside the client's own ones. */
	public static final String PARAMETER = "interaction";

	private static final String HMAC = "HmacSHA256";

	private final SecretKey key;

	InteractionMarks(KeySecret secret) {
		this.key = secret.derive("interaction-marks", HMAC);
	}

	String signInAfter(Map<String, List<String>> request, Instant now) {
		return sign(request, new InteractionMark(InteractionMark.Kind.SIGN_IN_AFTER, Optional.of(now), ""));
	}

	/** She goes on with the account that she is signed in with. */
	public String picked(Map<String, List<String>> request, String userId) {
		return sign(request, new InteractionMark(InteractionMark.Kind.PICKED, askedAt(request), userId));
	}

	/** She does not want to sign in. */
	public String cancelled(Map<String, List<String>> request) {
		return sign(request, new InteractionMark(InteractionMark.Kind.CANCELLED, askedAt(request), ""));
	}

	/** Gives the mark of the request, if it is ours and made for this very request. */
	public Optional<InteractionMark> read(Map<String, List<String>> request) {
		String mark = request.getOrDefault(PARAMETER, List.of("")).get(0);
		String[] parts = mark.split("\\.", -1);
		return (parts.length == 4) ? parse(parts).filter((read) -> isOurs(request, read, mark)) : Optional.empty();
	}

	// What a client signed stays good from the first visit on, whatever she answers.
	private Optional<Instant> askedAt(Map<String, List<String>> request) {
		return read(request).flatMap(InteractionMark::askedAt);
	}

	private boolean isOurs(Map<String, List<String>> request, InteractionMark read, String mark) {
		byte[] expected = sign(request, read).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(expected, mark.getBytes(StandardCharsets.UTF_8));
	}

	private static Optional<InteractionMark> parse(String[] parts) {
		try {
			Optional<Instant> askedAt = parts[1].isEmpty() ? Optional.empty()
					: Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[1])));
			String value = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
			return Arrays.stream(InteractionMark.Kind.values())
				.filter((known) -> known.name().equals(parts[0]))
				.findFirst()
				.map((known) -> new InteractionMark(known, askedAt, value));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private String sign(Map<String, List<String>> request, InteractionMark mark) {
		Map<String, List<String>> signed = new TreeMap<>(request);
		signed.remove(PARAMETER);
		QueryString text = new QueryString();
		signed.forEach((name, values) -> values.forEach((one) -> text.add(name, one)));
		String asked = mark.askedAt().map((time) -> String.valueOf(time.toEpochMilli())).orElse("");
		String named = mark.kind().name() + "." + asked + "." + base64(mark.value().getBytes(StandardCharsets.UTF_8));
		return named + "." + base64(mac(named + "?" + text));
	}

	private byte[] mac(String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has HmacSHA256", ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
