package dev.quartet.auth.registration;

import java.security.SecureRandom;
import java.util.List;

import dev.quartet.auth.clients.GeneratedSecrets;
import dev.quartet.auth.commands.Command;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Makes initial access tokens, with which clients may register (RFC 7591 §1.2). */
public final class RegistrationCommands implements Command {

	@Override
	public String name() {
		return "registration";
	}

	@Override
	public String usage() {
		return """
				  token [--uses 1] [--life 24h] [--scope "openid email"]
				                                           print a token for so many registrations, once; without a
				                                           scope its clients may ask for quartet.registration.scopes
				""";
	}

	@Override
	public boolean understands(List<String> words) {
		return TokenOrder.of(words).isPresent();
	}

	@Override
	public Class<?> tools() {
		return Tools.class;
	}

	@Override
	public int run(List<String> words, ApplicationContext tools) {
		return tools.getBean(RegistrationOperator.class).run(words, System.out, System.err);
	}

	/** Holds what the command needs: the tokens, but no server. */
	@EnableAutoConfiguration
	@Import({ GeneratedSecrets.class, InitialAccessTokens.class, RegistrationOperator.class })
	@EntityScan(basePackageClasses = RegistrationCommands.class)
	@EnableJpaRepositories(basePackageClasses = RegistrationCommands.class)
	static class Tools {

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

	}

}
