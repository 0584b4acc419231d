package dev.quartet.auth.subjects;

import dev.quartet.auth.flow.QuartetPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
class SubjectsIntegrationTests implements SubjectsContract {

	private final ApplicationContext server;

	SubjectsIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
