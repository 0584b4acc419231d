package dev.quartet.auth.uses;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises of disuse on PostgreSQL. */
@QuartetPostgres
class DisuseIntegrationTests implements DisuseContract {

	private final ApplicationContext server;

	DisuseIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
