package dev.quartet.app.oauth1;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import dev.quartet.app.oauth1.OAuth1Refused.Reason;
import dev.quartet.app.registry.OAuth1Provider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Walks the three legs of OAuth 1.0a with a provider (RFC 5849 §2).
 * <p>
 * Each call throws {@link OAuth1Refused} for a refusal or for garbage, and
 * {@link OAuth1Unreachable} where there is no answer or an error of the server.
 */
@Component
public final class OAuth1Client {

	private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {
	};

	private final ClientHttpRequestFactory outbound;

	private final JsonMapper json;

	private final Clock clock;

	private final SecureRandom random;

	OAuth1Client(ClientHttpRequestFactory outbound, JsonMapper json, Clock clock, SecureRandom random) {
		this.outbound = outbound;
		this.json = json;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Asks for temporary credentials (§2.1). A provider that does not confirm the
	 * callback would let a stranger finish her sign-in, so it is refused.
	 */
	public TemporaryCredentials ask(OAuth1Provider provider, URI callback) {
		Map<String, String> fields = send(HttpMethod.POST, URI.create(provider.requestTokenUrl()),
				signer(provider, null, "oauth_callback", callback.toString()))
			.orRefuse(Reason.TEMPORARY_CREDENTIALS_REFUSED)
			.fields();
		TemporaryCredentials credentials = new TemporaryCredentials(Answer.required(fields, "oauth_token"),
				Answer.required(fields, "oauth_token_secret"));
		if (!"true".equals(fields.get("oauth_callback_confirmed"))) {
			throw new OAuth1Refused(Reason.CALLBACK_NOT_CONFIRMED, "The provider did not confirm the callback");
		}
		return credentials;
	}

	/** Where the person goes to allow us (§2.2). */
	public URI authorizeAddress(OAuth1Provider provider, TemporaryCredentials credentials) {
		String address = provider.authorizeUrl();
		return URI.create(address + (address.contains("?") ? "&" : "?") + "oauth_token="
				+ PercentEncoding.encode(credentials.token()));
	}

	/**
	 * Gets tokens for what the callback brought (§2.3).
	 * @param verifier its {@code oauth_verifier}, without which nothing is asked
	 */
	public OAuth1Tokens redeem(OAuth1Provider provider, TemporaryCredentials credentials, @Nullable String verifier) {
		if (verifier == null || verifier.isBlank()) {
			throw new OAuth1Refused(Reason.VERIFIER_REFUSED, "The callback brought no verifier");
		}
		OAuth1Tokens temporary = new OAuth1Tokens(credentials.token(), credentials.secret());
		Map<String, String> fields = send(HttpMethod.POST, URI.create(provider.accessTokenUrl()),
				signer(provider, temporary, "oauth_verifier", verifier))
			.orRefuse(Reason.VERIFIER_REFUSED)
			.fields();
		return new OAuth1Tokens(Answer.required(fields, "oauth_token"), Answer.required(fields, "oauth_token_secret"));
	}

	/** Asks by a signed call who signed in (§3). */
	public Map<String, Object> profile(OAuth1Provider provider, OAuth1Tokens tokens) {
		URI address = URI.create(provider.apiBaseUrl() + provider.profileUrl());
		OAuth1Interceptor signer = new OAuth1Interceptor(OAuth1Keys.of(provider, tokens), this.clock, this.random);
		return object(send(HttpMethod.GET, address, signer).orRefuse(Reason.PROFILE_REFUSED).body());
	}

	private OAuth1Interceptor signer(OAuth1Provider provider, @Nullable OAuth1Tokens tokens, String name,
			String value) {
		return new OAuth1Interceptor(OAuth1Keys.of(provider, tokens), Parameter.of(name, value), this.clock,
				this.random);
	}

	private Answer send(HttpMethod method, URI address, OAuth1Interceptor signer) {
		try {
			return RestClient.builder()
				.requestFactory(this.outbound)
				.requestInterceptor(signer)
				.build()
				.method(method)
				.uri(address)
				.exchangeForRequiredValue((request, response) -> Answer.read(response));
		}
		catch (ResourceAccessException ex) {
			throw new OAuth1Unreachable("No answer from " + address.getHost(), ex);
		}
	}

	private Map<String, Object> object(String body) {
		try {
			Map<String, Object> object = this.json.readValue(body, JSON_OBJECT);
			if (object != null) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, "The profile is no JSON object");
		}
		throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, "The profile is empty");
	}

}
