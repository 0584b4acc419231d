package dev.quartet.app.oauth1;

import java.security.PrivateKey;
import java.util.Objects;

import dev.quartet.app.registry.Credentials;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.SignatureMethod;
import org.jspecify.annotations.Nullable;

/**
 * Says for whom and with what requests are signed.
 *
 * @param method how (RFC 5849 §3.4)
 * @param consumer this application at the provider
 * @param tokens the person; null where there is none yet (§2.1)
 * @param privateKey what RSA signs with (§3.4.3); null for the other methods
 */
public record OAuth1Keys(SignatureMethod method, Credentials consumer, @Nullable OAuth1Tokens tokens,
		@Nullable PrivateKey privateKey) {

	/** The keys for signed calls to a provider's API. */
	public static OAuth1Keys of(OAuth1Provider provider, @Nullable OAuth1Tokens tokens) {
		return new OAuth1Keys(provider.signatureMethod(), provider.credentials(), tokens, provider.privateKey());
	}

	/**
	 * Both secrets as HMAC's key and PLAINTEXT's signature join them (§3.4.2, §3.4.4).
	 */
	String secrets() {
		String tokenSecret = (this.tokens != null) ? this.tokens.secret() : "";
		return PercentEncoding.encode(this.consumer.clientSecret()) + "&" + PercentEncoding.encode(tokenSecret);
	}

	PrivateKey rsaKey() {
		return Objects.requireNonNull(this.privateKey, "RSA signs with a private key");
	}

	@Override
	public String toString() {
		return "OAuth1Keys[" + this.method.label() + ", " + this.consumer.clientId() + "]";
	}

}
