package dev.quartet.auth.secrets;

import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Order;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on H2. */
@QuartetServer
@Order(Integer.MAX_VALUE)
class StoredSecretsTests implements StoredSecretsContract {

	private final ApplicationContext server;

	StoredSecretsTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
