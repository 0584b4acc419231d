package dev.quartet.auth.logos;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
class LogoIntegrationTests implements LogoContract {

	private final ApplicationContext server;

	LogoIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
