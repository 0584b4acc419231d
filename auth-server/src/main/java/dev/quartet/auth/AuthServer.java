package dev.quartet.auth;

import java.security.SecureRandom;
import java.time.Clock;

import dev.quartet.auth.clients.ClientCommands;
import dev.quartet.auth.commands.CommandLine;
import dev.quartet.auth.keys.KeyCommands;
import dev.quartet.auth.registration.RegistrationCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the authorization server, or runs one of the operator's commands. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthServer {

	private static final CommandLine COMMANDS = new CommandLine(new ClientCommands(), new RegistrationCommands());

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

	public static void main(String[] args) {
		if (KeyCommands.areMeant(args)) {
			System.exit(KeyCommands.run(new AuthServer().clock(), args));
		}
		COMMANDS.command(args).ifPresent((command) -> System.exit(CommandLine.run(command, Clock.systemUTC(), args)));
		SpringApplication.run(AuthServer.class, args);
	}

}
