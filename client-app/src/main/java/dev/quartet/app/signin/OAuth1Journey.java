package dev.quartet.app.signin;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth1.OAuth1Client;
import dev.quartet.app.oauth1.OAuth1Refused;
import dev.quartet.app.oauth1.OAuth1Tokens;
import dev.quartet.app.oauth1.OAuth1Unreachable;
import dev.quartet.app.oauth1.TemporaryCredentials;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.web.AppSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Signs in with OAuth 1.0a (RFC 5849 §2): the temporary credentials stay on the server,
 * and the state in the callback's address finds them again.
 */
@Component
class OAuth1Journey implements Journey<OAuth1Provider> {

	private final OAuth1Client client;

	private final Unguessable unguessable;

	private final AppSettings app;

	private final Clock clock;

	OAuth1Journey(OAuth1Client client, Unguessable unguessable, AppSettings app, Clock clock) {
		this.client = client;
		this.unguessable = unguessable;
		this.app = app;
		this.clock = clock;
	}

	@Override
	public Class<OAuth1Provider> kind() {
		return OAuth1Provider.class;
	}

	@Override
	public String kindName() {
		return "oauth1";
	}

	@Override
	public Departure leave(OAuth1Provider provider, Wish wish, @Nullable String recording) {
		String state = this.unguessable.draw();
		String callback = this.app.url() + CallbackController.VERIFIER + provider.name() + "?state=" + state;
		try {
			TemporaryCredentials temporary = this.client.ask(provider, URI.create(callback));
			PendingLogin login = new PendingLogin(provider.name(), wish.purpose(), wish.session(), wish.experiment(),
					wish.returnTo().value(), callback, null, null, temporary.token(), temporary.secret(), recording,
					this.clock.instant());
			return new Departure(this.client.authorizeAddress(provider, temporary), state, login);
		}
		catch (OAuth1Refused ex) {
			throw refused(ex);
		}
		catch (OAuth1Unreachable ex) {
			throw new ProviderSilent("No temporary credentials of " + provider.name(), ex);
		}
	}

	@Override
	public String brought(OAuth1Provider provider, PendingLogin login, Answer answer) {
		// Each provider says no in its own way: Twitter by "denied", others by a problem.
		String no = (answer.single("denied") != null) ? "denied" : answer.single("oauth_problem");
		if (no != null) {
			throw new AnswerRefused("access_denied", JsonAnswers.printable(no));
		}
		if (!temporary(login).isNamed(answer.required("oauth_token"))) {
			throw new AnswerRefused(SignInProblems.OTHER_ISSUER, "the answer is for other temporary credentials");
		}
		return answer.required("oauth_verifier");
	}

	@Override
	public Arrival arrive(OAuth1Provider provider, PendingLogin login, Answer answer) {
		String verifier = brought(provider, login, answer);
		try {
			OAuth1Tokens tokens = this.client.redeem(provider, temporary(login), verifier);
			Map<String, Object> told = this.client.profile(provider, tokens);
			Proof proof = Profiles.proof(provider, provider.issuer(), provider.profile(), told);
			return new Arrival(proof, new ReceivedTokens(tokens.token(), null, tokens.secret(), null, null, null),
					null);
		}
		catch (OAuth1Refused ex) {
			throw refused(ex);
		}
		catch (OAuth1Unreachable ex) {
			throw new ProviderSilent(provider.name() + " does not answer", ex);
		}
	}

	private static TemporaryCredentials temporary(PendingLogin login) {
		return new TemporaryCredentials(String.valueOf(login.temporaryToken()),
				String.valueOf(login.temporarySecret()));
	}

	private static AnswerRefused refused(OAuth1Refused failure) {
		return new AnswerRefused(failure.reason().code(), String.valueOf(failure.getMessage()));
	}

}
