package dev.quartet.app.registry;

/**
 * Proves to a provider who this application is.
 *
 * @param clientId our name there (the consumer key of OAuth 1.0a)
 * @param clientSecret what proves it (the consumer secret of OAuth 1.0a); empty for a
 * public client
 */
public record Credentials(String clientId, String clientSecret) {

	@Override
	public String toString() {
		return "Credentials[clientId=" + this.clientId + "]";
	}

}
