package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the store's promises on PostgreSQL. */
@QuartetPostgres
class AuthorizationStoreIntegrationTests implements AuthorizationStoreContract {

	private final ApplicationContext server;

	AuthorizationStoreIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
