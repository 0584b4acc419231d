package dev.quartet.auth.account;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
class AccountIntegrationTests implements AccountContract {

	private final ApplicationContext server;

	AccountIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
