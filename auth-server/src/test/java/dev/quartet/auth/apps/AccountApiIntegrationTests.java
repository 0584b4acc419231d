package dev.quartet.auth.apps;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
class AccountApiIntegrationTests implements AccountApiContract {

	private final ApplicationContext server;

	AccountApiIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
