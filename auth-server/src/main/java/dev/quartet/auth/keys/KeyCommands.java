package dev.quartet.auth.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import dev.quartet.auth.audit.AuditEvent;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * Runs one of the operator's commands on the database of servers that go on running, and
 * ends: <code>java -jar auth-server.jar keys list</code>.
 */
public final class KeyCommands {

	private static final String NAME = "keys";

	private KeyCommands() {
	}

	/** Whether a start with these arguments is meant for a command. */
	public static boolean areMeant(String... arguments) {
		return arguments.length > 0 && NAME.equals(arguments[0]);
	}

	/** Runs the command and gives the exit code. */
	public static int run(String... arguments) {
		List<String> words = Stream.of(arguments).skip(1).filter((argument) -> !argument.startsWith("--")).toList();
		if (!KeyOperator.understands(words)) {
			System.err.println(KeyOperator.USAGE);
			return KeyOperator.MISUSED;
		}
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Tools.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			// A command must never change the tables under servers of another version.
			.properties("spring.flyway.enabled=false", "logging.level.root=warn")
			.run(arguments)) {
			return context.getBean(KeyOperator.class).execute(words);
		}
	}

	/** Holds what commands need: the keys and the audit trail, but no server. */
	@EnableAutoConfiguration
	@ConfigurationPropertiesScan
	@ComponentScan(basePackageClasses = { KeyCommands.class, AuditEvent.class })
	@EntityScan(basePackageClasses = { KeyCommands.class, AuditEvent.class })
	@EnableJpaRepositories(basePackageClasses = { KeyCommands.class, AuditEvent.class })
	static class Tools {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

		@Bean
		KeyOperator keyOperator(SigningKeys keys, KeySteps steps, RotationSettings settings, Clock clock) {
			return new KeyOperator(keys, steps, settings, clock, System.out);
		}

	}

}
