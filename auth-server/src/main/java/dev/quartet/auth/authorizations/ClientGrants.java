package dev.quartet.auth.authorizations;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends everything that people have granted to a client. */
@Component
public class ClientGrants {

	private final Grants grants;

	private final Clock clock;

	ClientGrants(Grants grants, Clock clock) {
		this.grants = grants;
		this.clock = clock;
	}

	/** Its tokens are worth nothing from now on. */
	@Transactional
	public void endAll(String clientId) {
		this.grants.endAll(clientId, this.clock.instant(), EndedBy.CLIENT);
	}

}
