package dev.quartet.auth.purge;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the purge's promises on PostgreSQL. */
@QuartetPostgres
class PurgeIntegrationTests implements PurgeContract {

	private final ApplicationContext server;

	PurgeIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
