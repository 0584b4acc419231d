package dev.quartet.auth.uses;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of last uses on PostgreSQL. */
@QuartetPostgres
class LastUsesIntegrationTests implements LastUsesContract {

	private final ApplicationContext server;

	LastUsesIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
