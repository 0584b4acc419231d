package dev.quartet.auth.apps;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on H2. */
@QuartetServer
class AccountApiTests implements AccountApiContract {

	private final ApplicationContext server;

	AccountApiTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
