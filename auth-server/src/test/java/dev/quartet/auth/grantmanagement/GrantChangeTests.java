package dev.quartet.auth.grantmanagement;

import dev.quartet.auth.flow.QuartetServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of changed grants on H2. */
@QuartetServer
class GrantChangeTests implements GrantChangeContract {

	private final ApplicationContext server;

	GrantChangeTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
