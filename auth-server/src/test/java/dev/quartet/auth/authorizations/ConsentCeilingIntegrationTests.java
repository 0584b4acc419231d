package dev.quartet.auth.authorizations;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on the ceiling of grants, on PostgreSQL. */
@QuartetPostgres
class ConsentCeilingIntegrationTests implements ConsentCeilingContract {

	private final ApplicationContext server;

	ConsentCeilingIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
