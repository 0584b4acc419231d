package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on what a person takes back, on H2. */
@QuartetServer
class PersonGrantsTests implements PersonGrantsContract {

	private final ApplicationContext server;

	PersonGrantsTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
