package dev.quartet.auth.account;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on H2. */
@QuartetServer
class OwnDataTests implements OwnDataContract {

	private final ApplicationContext server;

	OwnDataTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
