package dev.quartet.app.experiments;

import java.util.List;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the API tokens that it must not take. */
@Component
@Profile("demo")
@Order(3)
class ApiFaults implements Family {

	private final Exchange exchange;

	private final ProtectedRoute api;

	ApiFaults(Exchange exchange, ProtectedRoute api) {
		this.exchange = exchange;
		this.api = api;
	}

	@Override
	public List<Fault> faults() {
		return List.of(
				new Fault("id-token-at-api", "id-token-at-api", "invalid_token",
						List.of(Rule.rfc(9068, "4"), Rule.rfc(8725, "3.11")), this::fits, this::idToken),
				new Fault("changed-signature", "changed-signature-at-api", "invalid_token",
						List.of(Rule.rfc(7515, "5.2")), this::fits, this::changedSignature));
	}

	private boolean fits(Provider provider) {
		return provider instanceof OidcProvider && this.api.takesTokensOf(provider);
	}

	private Verdict idToken(Attempt attempt) {
		ReceivedTokens tokens = this.exchange.redeem(attempt);
		if (tokens.idToken() == null) {
			throw new AnswerRefused("id_token_missing", "no ID token");
		}
		return afterTheRightOne(attempt, tokens, tokens.idToken());
	}

	private Verdict changedSignature(Attempt attempt) {
		ReceivedTokens tokens = this.exchange.redeem(attempt);
		return afterTheRightOne(attempt, tokens, Spoiled.signature(tokens.accessToken()));
	}

	/** A refusal proves something only where the right token is taken. */
	private Verdict afterTheRightOne(Attempt attempt, ReceivedTokens tokens, String wrong) {
		Verdict right = this.api.judge(attempt, tokens.accessToken());
		return this.api.judge(attempt, wrong).noting("right-one-" + right.end());
	}

}
