package dev.quartet.app.experiments;

import java.util.Set;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.oauth2.TokenRequests;
import dev.quartet.app.tokens.TokenEndpoints;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Asks token endpoints, rightly or wrongly. */
@Component
@Profile("demo")
class Exchange {

	/** With these, we refuse what the provider has granted. */
	private static final Set<String> OUR_OWN = Set.of("token_type_unknown", "answer_too_large");

	private final TokenEndpoints endpoints;

	private final TokenRequests requests;

	Exchange(TokenEndpoints endpoints, TokenRequests requests) {
		this.endpoints = endpoints;
		this.requests = requests;
	}

	/** As it should be done. */
	ReceivedTokens redeem(Attempt attempt) {
		return redeem(attempt, attempt.login().redirectUri(), String.valueOf(attempt.login().verifier()));
	}

	ReceivedTokens redeem(Attempt attempt, String redirectUri, String verifier) {
		return attempt.keep(this.requests.redeem(this.endpoints.of(attempt.provider()), attempt.trial().proof(),
				redirectUri, verifier));
	}

	ReceivedTokens refresh(Attempt attempt, String refreshToken) {
		return attempt.keep(this.requests.refresh(this.endpoints.of(attempt.provider()), refreshToken));
	}

	/** Whether the provider refuses to give tokens. */
	Verdict judge(Attempt attempt, Runnable wrong) {
		try {
			wrong.run();
			return Verdict.accepted(Verdict.By.PROVIDER, attempt.told());
		}
		catch (AnswerRefused ex) {
			if (OUR_OWN.contains(ex.reason())) {
				throw ex;
			}
			return Verdict.refused(Verdict.By.PROVIDER, attempt.told().or(ex.reason()));
		}
	}

	void giveBack(Attempt attempt) {
		this.endpoints.revocation(attempt.provider().name())
			.ifPresent((endpoint) -> attempt.leftovers().forEach((token) -> this.requests.revoke(endpoint, token)));
	}

}
