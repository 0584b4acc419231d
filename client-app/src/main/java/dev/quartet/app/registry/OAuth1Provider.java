package dev.quartet.app.registry;

import java.security.PrivateKey;

import org.jspecify.annotations.Nullable;

/**
 * Is a provider of OAuth 1.0a (RFC 5849).
 *
 * @param issuer what its subjects are unique in; our own choice, as it names none
 * @param requestTokenUrl gives temporary credentials (§2.1)
 * @param authorizeUrl where the person allows us (§2.2)
 * @param accessTokenUrl gives token credentials (§2.3)
 * @param apiBaseUrl what relative addresses of its API stand under, with a slash at the
 * end
 * @param profileUrl the signed call that tells who it is, relative to the API
 * @param profile where that answer holds what we show
 * @param signatureMethod how requests are signed (§3.4)
 * @param privateKey what RSA signs with
 */
public record OAuth1Provider(String name, String title, Credentials credentials, String issuer, String requestTokenUrl,
		String authorizeUrl, String accessTokenUrl, String apiBaseUrl, String profileUrl, ProfileFields profile,
		SignatureMethod signatureMethod, @Nullable PrivateKey privateKey) implements Provider {

	@Override
	public String toString() {
		return "OAuth1Provider[" + this.name + "]";
	}

}
