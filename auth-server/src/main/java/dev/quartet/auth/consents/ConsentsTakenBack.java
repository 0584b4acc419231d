package dev.quartet.auth.consents;

import java.util.Set;

import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.uses.DisusedConsents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back for a person what nobody has used for long. */
@Component
class ConsentsTakenBack implements DisusedConsents {

	private final ConsentDecisions decisions;

	ConsentsTakenBack(ConsentDecisions decisions) {
		this.decisions = decisions;
	}

	@Override
	@Transactional
	public void takeBack(String userId, String clientId, Set<String> scopes) {
		this.decisions.narrow(userId, clientId, scopes, Decision.DISUSED);
	}

}
