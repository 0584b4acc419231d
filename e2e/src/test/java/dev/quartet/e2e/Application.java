package dev.quartet.e2e;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Is one packaged application, running as a process of its own. */
final class Application {

	private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final String name;

	private final Program caller;

	private final Map<String, String> environment;

	private @Nullable Process process;

	Application(String name, int port, Map<String, String> environment) {
		this(name, new Program(URI.create("http://localhost:" + port)), environment);
	}

	/** The same with a caller that trusts its certificate. */
	Application(String name, Program caller, Map<String, String> environment) {
		this.name = name;
		this.caller = caller;
		this.environment = environment;
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/** A port that nobody uses, and nobody else is given. */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return PORTS.add(socket.getLocalPort()) ? socket.getLocalPort() : freePort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI address() {
		return this.caller.server();
	}

	void start() {
		try {
			this.process = launch().redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs one of the operator's commands and gives the last line that it printed. */
	String command(String... words) {
		try {
			Process command = launch(words).redirectError(ProcessBuilder.Redirect.appendTo(log())).start();
			try (BufferedReader lines = command.inputReader()) {
				return lines.lines().reduce("", (earlier, line) -> line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitReady() {
		Instant end = Instant.now().plus(PATIENCE);
		while (!ready()) {
			if (this.process == null || !this.process.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException(
						"%s does not start: see e2e/target/%s.log".formatted(this.name, this.name));
			}
			pause();
		}
	}

	/** Ends the process as a power cut would. */
	void kill() {
		if (this.process != null) {
			try {
				this.process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private ProcessBuilder launch(String... words) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		String jar = Path.of("..", this.name, "target", this.name + ".jar").toString();
		ProcessBuilder builder = new ProcessBuilder(Stream
			.concat(Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar), Stream.of(words))
			.toList());
		builder.environment().putAll(this.environment);
		return builder;
	}

	private File log() {
		return Path.of("target", this.name + ".log").toFile();
	}

	private boolean ready() {
		try {
			return this.caller.get("/actuator/health/readiness").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
