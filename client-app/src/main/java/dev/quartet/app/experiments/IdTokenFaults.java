package dev.quartet.app.experiments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.oidc.Discovery;
import dev.quartet.app.oidc.IdTokens;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows this application ID tokens that it must not take. */
@Component
@Profile("demo")
@Order(4)
class IdTokenFaults implements Family {

	private final Exchange exchange;

	private final ProtectedRoute api;

	private final Discovery discovery;

	private final IdTokens idTokens;

	private final IdTokens tomorrow;

	IdTokenFaults(Exchange exchange, ProtectedRoute api, Discovery discovery, IdTokens idTokens, Clock clock) {
		this.exchange = exchange;
		this.api = api;
		this.discovery = discovery;
		this.idTokens = idTokens;
		this.tomorrow = idTokens.by(Clock.offset(clock, Duration.ofDays(1)));
	}

	@Override
	public List<Fault> faults() {
		return List.of(
				new Fault("changed-signature", "changed-signature", "", List.of(Rule.rfc(7515, "5.2")),
						(provider) -> provider instanceof OidcProvider && !this.api.takesTokensOf(provider),
						this::changedSignature),
				new Fault("expired-token", "expired-token", "", List.of(Rule.openIdConnectCore("3.1.3.7")),
						OidcProvider.class::isInstance, this::expired));
	}

	private Verdict changedSignature(Attempt attempt) {
		Received received = received(attempt);
		return judge(attempt, this.idTokens, Spoiled.signature(received.idToken()), received.accessToken());
	}

	private Verdict expired(Attempt attempt) {
		Received received = received(attempt);
		return judge(attempt, this.tomorrow, received.idToken(), received.accessToken());
	}

	/** The token that nothing is wrong with: a refusal of it would prove nothing. */
	private Received received(Attempt attempt) {
		ReceivedTokens tokens = this.exchange.redeem(attempt);
		if (tokens.idToken() == null) {
			throw new AnswerRefused("id_token_missing", "no ID token");
		}
		verify(attempt, this.idTokens, tokens.idToken(), tokens.accessToken());
		return new Received(tokens.idToken(), tokens.accessToken());
	}

	private Verdict judge(Attempt attempt, IdTokens rules, String idToken, String accessToken) {
		try {
			verify(attempt, rules, idToken, accessToken);
			return Verdict.accepted(Verdict.By.APP, new Told(0, "", "")).noting("right-one-ACCEPTED");
		}
		catch (AnswerRefused ex) {
			return Verdict.refusedByApp(ex).noting("right-one-ACCEPTED");
		}
	}

	private void verify(Attempt attempt, IdTokens rules, String idToken, String accessToken) {
		Provider provider = attempt.provider();
		if (provider instanceof OidcProvider oidc) {
			rules.verify(oidc, this.discovery.of(oidc), idToken, attempt.login().nonce(), accessToken);
		}
	}

	/** Is what both checks need. */
	private record Received(String idToken, String accessToken) {

		@Override
		public String toString() {
			return "Received[hidden]";
		}

	}

}
