package dev.quartet.app.signin;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.Pkce;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.web.AppSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Composes authorization requests and reads their answers, as OAuth 2.0 and OpenID
 * Connect share them (RFC 6749 §4.1).
 */
@Component
class CodeRequest {

	private final Unguessable unguessable;

	private final AppSettings app;

	private final Clock clock;

	CodeRequest(Unguessable unguessable, AppSettings app, Clock clock) {
		this.unguessable = unguessable;
		this.app = app;
		this.clock = clock;
	}

	/**
	 * The request for a code, protected by state and PKCE.
	 * @param more parameters of the provider or its kind; one named {@code nonce} is
	 * remembered
	 */
	Departure leave(Provider provider, String endpoint, List<String> scopes, Map<String, String> more, Wish wish,
			@Nullable String recording) {
		String state = this.unguessable.draw();
		String verifier = this.unguessable.draw();
		String redirectUri = this.app.url() + CallbackController.CODE + provider.name();
		Map<String, String> parameters = new LinkedHashMap<>(more);
		parameters.put("response_type", "code");
		parameters.put("client_id", provider.credentials().clientId());
		parameters.put("redirect_uri", redirectUri);
		parameters.put("scope", String.join(" ", scopes));
		parameters.put("state", state);
		parameters.put("code_challenge", Pkce.challenge(verifier));
		parameters.put("code_challenge_method", "S256");
		PendingLogin login = new PendingLogin(provider.name(), wish.purpose(), wish.session(), wish.experiment(),
				wish.returnTo().value(), redirectUri, more.get("nonce"), verifier, null, null, recording,
				this.clock.instant());
		return new Departure(QueryAddress.of(endpoint, parameters), state, login);
	}

	String nonce() {
		return this.unguessable.draw();
	}

	/** The code of an answer that is one. */
	static String code(Answer answer) {
		String error = answer.single("error");
		if (error != null) {
			throw new AnswerRefused(error, JsonAnswers.printable(answer.single("error_description")));
		}
		return answer.required("code");
	}

}
