package dev.quartet.app.registry;

/** Names the ways to sign a request of OAuth 1.0a (RFC 5849 §3.4). */
public enum SignatureMethod {

	HMAC_SHA1("HMAC-SHA1"), HMAC_SHA256("HMAC-SHA256"), RSA_SHA1("RSA-SHA1"), RSA_SHA256("RSA-SHA256"),

	/** No signature at all, so only over TLS (§3.4.4). */
	PLAINTEXT("PLAINTEXT");

	private final String label;

	SignatureMethod(String label) {
		this.label = label;
	}

	/** The value of {@code oauth_signature_method}. */
	public String label() {
		return this.label;
	}

}
