package dev.quartet.api.access.proof;

import java.util.Map;

/**
 * Tells why the holder of a bound token was not believed. With status 401 it is a
 * challenge; with 429 and 503 the token may be fine, so no challenge belongs to it.
 */
public final class ProofRefused extends RuntimeException {

	static final String NONCE = "DPoP-Nonce";

	private static final int UNAUTHORIZED = 401;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int UNAVAILABLE = 503;

	private final String error;

	private final int status;

	private final transient Map<String, String> headers;

	// A refusal is an everyday answer, and a stack trace would cost more than the check.
	private ProofRefused(String error, String description, int status, Map<String, String> headers) {
		super(description, null, false, false);
		this.error = error;
		this.status = status;
		this.headers = headers;
	}

	static ProofRefused badToken(String description) {
		return new ProofRefused("invalid_token", description, UNAUTHORIZED, Map.of());
	}

	static ProofRefused badProof(String description) {
		return new ProofRefused("invalid_dpop_proof", description, UNAUTHORIZED, Map.of());
	}

	static ProofRefused needsNonce(String nonce) {
		return new ProofRefused("use_dpop_nonce", "The proof needs the nonce of this answer", UNAUTHORIZED,
				Map.of(NONCE, nonce));
	}

	static ProofRefused tooMany() {
		return new ProofRefused("temporarily_unavailable", "Too many proofs in one second", TOO_MANY_REQUESTS,
				Map.of("Retry-After", "1"));
	}

	static ProofRefused cannotRemember() {
		return new ProofRefused("temporarily_unavailable", "Proofs cannot be checked at the moment", UNAVAILABLE,
				Map.of("Retry-After", "5"));
	}

	/**
	 * Answers invalid_dpop_proof, invalid_token or use_dpop_nonce (RFC 9449 §7.1, §9);
	 * for 429 and 503 temporarily_unavailable.
	 */
	public String error() {
		return error;
	}

	/** Says it to the client's developer; nothing that the client sent is in it. */
	public String description() {
		return String.valueOf(getMessage());
	}

	/** Answers which headers the answer needs besides the challenge. */
	public Map<String, String> headers() {
		return headers;
	}

	public int status() {
		return status;
	}

}
