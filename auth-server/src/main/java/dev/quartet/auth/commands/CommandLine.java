package dev.quartet.auth.commands;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells a command from the start of a server, and runs it without a web server. */
public final class CommandLine {

	/** As in --spring.datasource.url=…, which Spring reads itself. */
	private static final Predicate<String> SETTING = Pattern.compile("--[\\w-]+\\.[^=]*=.*", Pattern.DOTALL)
		.asMatchPredicate();

	private final List<Command> commands;

	public CommandLine(Command... commands) {
		this.commands = List.of(commands);
	}

	/** Finds the command that these arguments mean; a server has none. */
	public Optional<Command> command(String... arguments) {
		return this.commands.stream()
			.filter((command) -> arguments.length > 0 && command.name().equals(arguments[0]))
			.findFirst();
	}

	/** Runs the command and gives the exit code. */
	public static int run(Command command, Clock clock, String... arguments) {
		List<String> words = Stream.of(arguments).skip(1).filter(SETTING.negate()).toList();
		if (!command.understands(words)) {
			System.err.printf(
					"Usage: java -jar auth-server.jar %s <command>%n%n%s%nThe database is set as for the server.%n",
					command.name(), command.usage());
			return Command.MISUSED;
		}
		try (ConfigurableApplicationContext tools = new SpringApplicationBuilder(command.tools())
			.web(WebApplicationType.NONE)
			.initializers((context) -> context.getBeanFactory().registerSingleton("clock", clock))
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			// A command must never change the tables under servers of another version.
			.properties("spring.flyway.enabled=false", "logging.level.root=warn")
			.run(Stream.of(arguments).filter(SETTING).toArray(String[]::new))) {
			return command.run(words, tools);
		}
	}

}
