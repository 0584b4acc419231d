package dev.quartet.auth.clients;

import java.security.SecureRandom;
import java.util.List;

import dev.quartet.auth.audit.AuditEvent;
import dev.quartet.auth.commands.Command;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Shows the clients to an operator and changes their secrets. */
public final class ClientCommands implements Command {

	@Override
	public String name() {
		return "clients";
	}

	@Override
	public String usage() {
		return """
				  list                                     show every client and since when it has which secrets
				  rotate-secret <client_id> [--overlap 24h]  print a new secret, once; the older ones work until then
				  revoke-secrets <client_id>               withdraw all secrets of a client at once
				""";
	}

	@Override
	public boolean understands(List<String> words) {
		return ClientOperator.understands(words);
	}

	@Override
	public Class<?> tools() {
		return Tools.class;
	}

	@Override
	public int run(List<String> words, ApplicationContext tools) {
		return tools.getBean(ClientOperator.class).run(words, System.out, System.err);
	}

	/** Holds what the commands need: the clients and the audit trail, but no server. */
	@EnableAutoConfiguration
	@EnableConfigurationProperties(ClientLookupSettings.class)
	@ComponentScan(basePackageClasses = { ClientCommands.class, AuditEvent.class })
	@EntityScan(basePackageClasses = { ClientCommands.class, AuditEvent.class })
	@EnableJpaRepositories(basePackageClasses = { ClientCommands.class, AuditEvent.class })
	static class Tools {

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

	}

}
