package dev.quartet.app.experiments;

import java.util.List;

import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.secrets.Unguessable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Redeems codes as a thief or a careless client would. */
@Component
@Profile("demo")
@Order(1)
class CodeFaults implements Family {

	private final Exchange exchange;

	private final ProtectedRoute api;

	private final Unguessable unguessable;

	CodeFaults(Exchange exchange, ProtectedRoute api, Unguessable unguessable) {
		this.exchange = exchange;
		this.api = api;
		this.unguessable = unguessable;
	}

	@Override
	public List<Fault> faults() {
		return List.of(
				new Fault("code-twice", "code-twice", "invalid_grant", List.of(Rule.rfc(6749, "4.1.2")),
						CodeFaults::givesCodes, this::twice),
				new Fault("wrong-verifier", "wrong-verifier", "invalid_grant", List.of(Rule.rfc(7636, "4.6")),
						CodeFaults::givesCodes, this::wrongVerifier),
				new Fault("other-redirect-uri", "other-redirect-uri", "invalid_grant", List.of(Rule.rfc(6749, "4.1.3")),
						CodeFaults::givesCodes, this::otherRedirectUri));
	}

	static boolean givesCodes(Provider provider) {
		return !(provider instanceof OAuth1Provider);
	}

	private Verdict twice(Attempt attempt) {
		ReceivedTokens first = this.exchange.redeem(attempt);
		Verdict verdict = this.exchange.judge(attempt, () -> this.exchange.redeem(attempt));
		String refreshToken = first.refreshToken();
		if (refreshToken != null) {
			Verdict refresh = this.exchange.judge(attempt, () -> this.exchange.refresh(attempt, refreshToken));
			verdict = verdict.noting("first-refresh-" + refresh.end());
		}
		if (this.api.takesTokensOf(attempt.provider())) {
			verdict = verdict.noting("first-access-" + this.api.judge(attempt, first.accessToken()).end());
		}
		return verdict;
	}

	private Verdict wrongVerifier(Attempt attempt) {
		return this.exchange.judge(attempt,
				() -> this.exchange.redeem(attempt, attempt.login().redirectUri(), this.unguessable.draw()));
	}

	private Verdict otherRedirectUri(Attempt attempt) {
		String elsewhere = attempt.login().redirectUri() + "/elsewhere";
		return this.exchange.judge(attempt,
				() -> this.exchange.redeem(attempt, elsewhere, String.valueOf(attempt.login().verifier())));
	}

}
