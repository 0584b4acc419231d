package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;

/** Keeps the promises on H2. */
@QuartetServer
class GrantTests implements GrantContract {

	private final Flows flows;

	GrantTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Override
	public Flows flows() {
		return this.flows;
	}

}
