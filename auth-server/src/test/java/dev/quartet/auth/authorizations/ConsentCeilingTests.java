package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on the ceiling of grants, on H2. */
@QuartetServer
class ConsentCeilingTests implements ConsentCeilingContract {

	private final ApplicationContext server;

	ConsentCeilingTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
