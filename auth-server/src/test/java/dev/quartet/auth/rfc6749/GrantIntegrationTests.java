package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
class GrantIntegrationTests implements GrantContract {

	private final Flows flows;

	GrantIntegrationTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Override
	public Flows flows() {
		return this.flows;
	}

}
