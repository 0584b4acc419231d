package dev.quartet.auth.uses;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of disuse on H2. */
@QuartetServer
class DisuseTests implements DisuseContract {

	private final ApplicationContext server;

	DisuseTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
