package dev.quartet.app.oauth2;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import dev.quartet.app.registry.ClientAuthentication;
import dev.quartet.app.registry.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Asks token endpoints for tokens, and tells what became of it (RFC 6749 §3.2). */
@Component
public class TokenRequests {

	private static final String UNREADABLE = "token_answer_unreadable";

	private static final int UNAUTHORIZED = 401;

	/** Who promises more means for ever, or nothing at all. */
	private static final Duration LONGEST_LIFE = Duration.ofDays(3_650);

	/** What a header can carry (RFC 6749 appendix A.12). */
	private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

	/** What the database can keep. */
	private static final Pattern SCOPE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{0,2000}");

	private final RestClient http;

	private final JsonAnswers answers;

	private final Clock clock;

	TokenRequests(ClientHttpRequestFactory outbound, JsonAnswers answers, Clock clock) {
		this.http = RestClient.builder().requestFactory(outbound).build();
		this.answers = answers;
		this.clock = clock;
	}

	/**
	 * Redeems a code (RFC 6749 §4.1.3, RFC 7636 §4.5).
	 * @throws AnswerRefused with the error code of RFC 6749 §5.2
	 * @throws ProviderSilent when it does not answer
	 */
	public ReceivedTokens redeem(TokenEndpoint endpoint, String code, String redirectUri, @Nullable String verifier) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "authorization_code");
		form.add("code", code);
		form.add("redirect_uri", redirectUri);
		if (verifier != null) {
			form.add("code_verifier", verifier);
		}
		return ask(endpoint, form);
	}

	/**
	 * Renews an access token (RFC 6749 §6).
	 * @throws AnswerRefused with the error code of RFC 6749 §5.2
	 * @throws ProviderSilent when it does not answer
	 */
	public ReceivedTokens refresh(TokenEndpoint endpoint, String refreshToken) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "refresh_token");
		form.add("refresh_token", refreshToken);
		return ask(endpoint, form);
	}

	/**
	 * Gives a token back (RFC 7009 §2.1).
	 * @throws AnswerRefused when the provider does not want it
	 * @throws ProviderSilent when it does not answer
	 */
	public void revoke(TokenEndpoint endpoint, String token) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("token", token);
		this.answers.read(() -> request(endpoint, form), (status, answer) -> {
			if (status >= 400) {
				throw new AnswerRefused("revocation_refused", endpoint.url() + " answered " + status);
			}
			return true;
		});
	}

	private ReceivedTokens ask(TokenEndpoint endpoint, MultiValueMap<String, String> form) {
		return this.answers.read(() -> request(endpoint, form), this::tokens);
	}

	private RestClient.RequestBodySpec request(TokenEndpoint endpoint, MultiValueMap<String, String> form) {
		Credentials credentials = endpoint.credentials();
		if (endpoint.authentication() != ClientAuthentication.CLIENT_SECRET_BASIC) {
			form.add("client_id", credentials.clientId());
		}
		if (endpoint.authentication() == ClientAuthentication.CLIENT_SECRET_POST) {
			form.add("client_secret", credentials.clientSecret());
		}
		return this.http.post().uri(endpoint.url()).headers((headers) -> {
			headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
			if (endpoint.authentication() == ClientAuthentication.CLIENT_SECRET_BASIC) {
				headers.set(HttpHeaders.AUTHORIZATION, basic(credentials));
			}
		}).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
	}

	private ReceivedTokens tokens(int status, Map<String, Object> answer) {
		// Some providers send errors with status 200.
		if (answer.get("error") instanceof String error) {
			throw new AnswerRefused(error, JsonAnswers.printable(answer.get("error_description")));
		}
		if (status == UNAUTHORIZED) {
			throw new AnswerRefused("invalid_client", "the token endpoint answered 401");
		}
		if (!succeeded(status) || !(answer.get("access_token") instanceof String accessToken)
				|| !SENDABLE.matcher(accessToken).matches()) {
			throw new AnswerRefused(UNREADABLE, "status " + status + " without usable access token");
		}
		String scope = text(answer, "scope");
		if (scope != null && !SCOPE.matcher(scope).matches()) {
			throw new AnswerRefused(UNREADABLE, "a scope of " + scope.length() + " characters, or with odd ones");
		}
		// A type we do not know must not be used (RFC 6749 §7.1).
		if (answer.get("token_type") instanceof String type && !"bearer".equalsIgnoreCase(type)) {
			throw new AnswerRefused("token_type_unknown", JsonAnswers.printable(type));
		}
		return new ReceivedTokens(accessToken, text(answer, "refresh_token"), null, text(answer, "id_token"), scope,
				(answer.get("expires_in") instanceof Number seconds) ? end(seconds) : null);
	}

	/** Any number may come: huge ones do not fit into a long. */
	private Instant end(Number seconds) {
		double life = Math.max(0.0, Math.min((double) LONGEST_LIFE.toSeconds(), seconds.doubleValue()));
		return this.clock.instant().plusSeconds((long) life);
	}

	/** A redirect is no answer of a token endpoint. */
	private static boolean succeeded(int status) {
		return status >= 200 && status < 300;
	}

	private static @Nullable String text(Map<String, Object> answer, String name) {
		return (answer.get(name) instanceof String value && !value.isEmpty()) ? value : null;
	}

	/** Name and secret are form-encoded before they are joined (RFC 6749 §2.3.1). */
	private static String basic(Credentials credentials) {
		String pair = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
