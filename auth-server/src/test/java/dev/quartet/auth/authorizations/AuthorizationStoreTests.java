package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the store's promises on H2. */
@QuartetServer
class AuthorizationStoreTests implements AuthorizationStoreContract {

	private final ApplicationContext server;

	AuthorizationStoreTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
