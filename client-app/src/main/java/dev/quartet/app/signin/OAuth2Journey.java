package dev.quartet.app.signin;

import java.util.Map;

import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.oauth2.TokenRequests;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.OAuth2Provider;
import dev.quartet.app.tokens.TokenEndpoints;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Signs in with plain OAuth 2.0: who holds the token is whom the profile call names. */
@Component
class OAuth2Journey implements Journey<OAuth2Provider> {

	private final CodeRequest codes;

	private final TokenEndpoints endpoints;

	private final TokenRequests requests;

	private final JsonAnswers answers;

	private final RestClient http;

	OAuth2Journey(CodeRequest codes, TokenEndpoints endpoints, TokenRequests requests, JsonAnswers answers,
			ClientHttpRequestFactory outbound) {
		this.codes = codes;
		this.endpoints = endpoints;
		this.requests = requests;
		this.answers = answers;
		this.http = RestClient.builder().requestFactory(outbound).build();
	}

	@Override
	public Class<OAuth2Provider> kind() {
		return OAuth2Provider.class;
	}

	@Override
	public String kindName() {
		return "oauth2";
	}

	@Override
	public Departure leave(OAuth2Provider provider, Wish wish, @Nullable String recording) {
		return this.codes.leave(provider, provider.authorizationUrl(), provider.scopes(), provider.parameters(), wish,
				recording);
	}

	@Override
	public String brought(OAuth2Provider provider, PendingLogin login, Answer answer) {
		return CodeRequest.code(answer);
	}

	@Override
	public Arrival arrive(OAuth2Provider provider, PendingLogin login, Answer answer) {
		ReceivedTokens tokens = this.requests.redeem(this.endpoints.of(provider), brought(provider, login, answer),
				login.redirectUri(), login.verifier());
		Map<String, Object> told = profile(provider, tokens.accessToken());
		Proof proof = Profiles.proof(provider, provider.issuer(), provider.profile(), told);
		return new Arrival(proof, tokens, null);
	}

	private Map<String, Object> profile(OAuth2Provider provider, String accessToken) {
		return this.answers.read(() -> this.http.get().uri(provider.profileUrl()).headers((headers) -> {
			headers.setBearerAuth(accessToken);
			headers.set("Accept", "application/json");
		}), (status, members) -> {
			if (status != 200) {
				throw new AnswerRefused("profile_refused", provider.profileUrl() + " answered " + status);
			}
			return members;
		});
	}

}
