package dev.quartet.auth.uses;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of last uses on H2. */
@QuartetServer
class LastUsesTests implements LastUsesContract {

	private final ApplicationContext server;

	LastUsesTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
