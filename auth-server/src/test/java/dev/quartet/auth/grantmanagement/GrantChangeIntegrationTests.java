package dev.quartet.auth.grantmanagement;

import dev.quartet.auth.flow.QuartetPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of changed grants on PostgreSQL. */
@QuartetPostgres
class GrantChangeIntegrationTests implements GrantChangeContract {

	private final ApplicationContext server;

	GrantChangeIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
