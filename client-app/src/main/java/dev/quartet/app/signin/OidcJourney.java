package dev.quartet.app.signin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.app.identities.Profile;
import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.oauth2.TokenRequests;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.oidc.IdTokens;
import dev.quartet.app.oidc.Metadata;
import dev.quartet.app.oidc.UserInfo;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.tokens.TokenEndpoints;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Signs in with OpenID Connect (OpenID Connect Core 1.0 §3.1). */
@Component
class OidcJourney implements Journey<OidcProvider> {

	private final Discovery discovery;

	private final CodeRequest codes;

	private final TokenEndpoints endpoints;

	private final TokenRequests requests;

	private final IdTokens idTokens;

	private final UserInfo userInfo;

	OidcJourney(Discovery discovery, CodeRequest codes, TokenEndpoints endpoints, TokenRequests requests,
			IdTokens idTokens, UserInfo userInfo) {
		this.discovery = discovery;
		this.codes = codes;
		this.endpoints = endpoints;
		this.requests = requests;
		this.idTokens = idTokens;
		this.userInfo = userInfo;
	}

	@Override
	public Class<OidcProvider> kind() {
		return OidcProvider.class;
	}

	@Override
	public String kindName() {
		return "oidc";
	}

	@Override
	public Departure leave(OidcProvider provider, Wish wish, @Nullable String recording) {
		// A browser sent to a server that is down would be stuck there.
		Metadata metadata = this.discovery.now(provider);
		Map<String, String> more = new LinkedHashMap<>(provider.parameters());
		more.put("nonce", this.codes.nonce());
		if (provider.formPost()) {
			more.put("response_mode", "form_post");
		}
		if (wish.prompt() != null) {
			more.put("prompt", wish.prompt());
		}
		if (wish.loginHint() != null) {
			more.put("login_hint", wish.loginHint());
		}
		return this.codes.leave(provider, metadata.authorizationEndpoint(), provider.scopes(), more, wish, recording);
	}

	@Override
	public String brought(OidcProvider provider, PendingLogin login, Answer answer) {
		checkIssuer(provider, this.discovery.of(provider), answer);
		return CodeRequest.code(answer);
	}

	@Override
	public Arrival arrive(OidcProvider provider, PendingLogin login, Answer answer) {
		Metadata metadata = this.discovery.of(provider);
		ReceivedTokens tokens = this.requests.redeem(this.endpoints.of(provider), brought(provider, login, answer),
				login.redirectUri(), login.verifier());
		if (tokens.idToken() == null) {
			throw new AnswerRefused("id_token_missing", "no ID token");
		}
		Map<String, Object> stated = this.idTokens.verify(provider, metadata, tokens.idToken(), login.nonce(),
				tokens.accessToken());
		String issuer = String.valueOf(stated.get("iss"));
		checkSame(issuer, answer);
		String subject = String.valueOf(stated.get("sub"));
		Map<String, Object> claims = new HashMap<>(metadata.userinfoEndpoint()
			.map((endpoint) -> this.userInfo.of(subject, endpoint, tokens.accessToken()))
			.orElse(Map.of()));
		// What is signed counts more.
		claims.putAll(stated);
		Proof proof = new Proof(provider.name(), issuer, subject, Profile.of(claims));
		return new Arrival(proof, asked(tokens, provider), (stated.get("sid") instanceof String sid) ? sid : null);
	}

	/** Refuses what another issuer sent: the defence against mix-up (RFC 9207 §2.4). */
	private static void checkIssuer(OidcProvider provider, Metadata metadata, Answer answer) {
		String issuer = answer.single("iss");
		if ((issuer != null) ? !provider.isNamed(issuer) : metadata.namesIssuerInAnswers()) {
			throw new AnswerRefused(SignInProblems.OTHER_ISSUER, "the answer names the issuer " + issuer);
		}
	}

	/** One tenant of a provider is another issuer than the next. */
	private static void checkSame(String stated, Answer answer) {
		String issuer = answer.single("iss");
		if (issuer != null && !issuer.equals(stated)) {
			throw new AnswerRefused(SignInProblems.OTHER_ISSUER,
					"the answer names the issuer " + issuer + ", its ID token " + stated);
		}
	}

	/** Who grants what was asked may leave {@code scope} out (RFC 6749 §5.1). */
	private static ReceivedTokens asked(ReceivedTokens tokens, OidcProvider provider) {
		return (tokens.scope() != null) ? tokens : new ReceivedTokens(tokens.accessToken(), tokens.refreshToken(),
				tokens.tokenSecret(), tokens.idToken(), String.join(" ", provider.scopes()), tokens.expiresAt());
	}

}
