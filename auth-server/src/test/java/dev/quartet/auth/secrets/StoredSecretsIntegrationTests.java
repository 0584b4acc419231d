package dev.quartet.auth.secrets;

import dev.quartet.auth.flow.QuartetPostgres;
import org.junit.jupiter.api.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on PostgreSQL. */
@QuartetPostgres
@Order(Integer.MAX_VALUE)
class StoredSecretsIntegrationTests implements StoredSecretsContract {

	private final ApplicationContext server;

	StoredSecretsIntegrationTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
