package dev.quartet.api.access.proof;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Says which key a token is bound to ({@code cnf}, RFC 7800).
 *
 * @param jkt the thumbprint of a DPoP key (RFC 9449 §6.1)
 * @param x5tS256 the SHA-256 of a client certificate (RFC 8705 §3.1)
 */
public record Confirmation(@Nullable String jkt, @Nullable String x5tS256) {

	private static final String CERTIFICATE = "x5t#S256";

	private static final Set<String> KNOWN = Set.of("jkt", CERTIFICATE);

	// A SHA-256 in base64url.
	private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

	/** Reads it from a token's claims; refuses what nobody here could check. */
	public static Confirmation of(Map<String, Object> claims) {
		if (!claims.containsKey("cnf")) {
			return new Confirmation(null, null);
		}
		// A confirmation that is not understood must not be passed over (RFC 7800 §3.1).
		if (!(claims.get("cnf") instanceof Map<?, ?> members) || members.isEmpty()
				|| !KNOWN.containsAll(members.keySet())) {
			throw ProofRefused.badToken("The token is bound (cnf) in a way that is not supported");
		}
		return new Confirmation(hash(members, "jkt"), hash(members, CERTIFICATE));
	}

	public boolean isNone() {
		return jkt == null && x5tS256 == null;
	}

	private static @Nullable String hash(Map<?, ?> members, String name) {
		if (!members.containsKey(name)) {
			return null;
		}
		if (members.get(name) instanceof String value && HASH.matcher(value).matches()) {
			return value;
		}
		throw ProofRefused.badToken("The token's confirmation (cnf) is malformed");
	}

}
