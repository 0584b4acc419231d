package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on what a person takes back, on PostgreSQL. */
@QuartetPostgres
class PersonGrantsIntegrationTests implements PersonGrantsContract {

	private final ApplicationContext server;

	PersonGrantsIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
