package dev.quartet.auth.flow;

import dev.quartet.auth.clients.Clients;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Gives tests the server's address and its clock. */
@TestConfiguration(proxyBeanMethods = false)
public class FlowConfiguration {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean
	static StrictDatabase strictDatabase() {
		return new StrictDatabase();
	}

	/** Before the costs, which count what was asked. */
	@Bean
	static KnownPasswords knownPasswords() {
		return new KnownPasswords();
	}

	@Bean
	static Costs costs() {
		return new Costs();
	}

	@Bean
	static OwnClients ownClients(Clients clients, MovableClock clock) {
		return new OwnClients(clients, clock);
	}

	/** The port is known only after the start. */
	@Bean
	@Lazy
	Flows flows(Environment environment) {
		return new Flows(environment.getRequiredProperty("local.server.port", Integer.class));
	}

}
