package dev.quartet.auth.purge;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the purge's promises on H2. */
@QuartetServer
class PurgeTests implements PurgeContract {

	private final ApplicationContext server;

	PurgeTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
