package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;

/** Is a recipe's service, running as a process of its own, that trusts one issuer. */
final class ProtectedService implements AutoCloseable {

	/** As the recipes' page declares it. */
	static final String RESOURCE = "https://orders.example";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Program caller;

	private final Path log;

	private final Process process;

	ProtectedService(Recipe recipe, URI issuer) {
		int port = Application.freePort();
		Path folder = Path.of("target", "recipes", recipe.name().toLowerCase(Locale.ROOT) + "-" + port)
			.toAbsolutePath();
		this.caller = new Program(URI.create("http://localhost:" + port));
		this.log = folder.resolveSibling(folder.getFileName() + ".log");
		this.process = start(recipe.prepare(folder), folder,
				Map.of("ISSUER", issuer.toString(), "RESOURCE", RESOURCE, "PORT", String.valueOf(port)));
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		awaitAnswer();
	}

	Answer get(String path) {
		return this.caller.get(path);
	}

	Answer get(String path, String token) {
		return this.caller.get(path, "Authorization", "Bearer " + token);
	}

	Answer post(String path, String token) {
		return this.caller.post(path, "", "Authorization", "Bearer " + token);
	}

	private Process start(List<String> command, Path folder, Map<String, String> environment) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment().keySet().removeIf((name) -> name.matches("(NODE|PYTHON|QUARTET|SPRING|SERVER)_?.*"));
		builder.environment().putAll(environment);
		try {
			Files.createDirectories(folder);
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitAnswer() {
		Instant end = Instant.now().plus(PATIENCE);
		while (!answers()) {
			if (!this.process.isAlive() || Instant.now().isAfter(end)) {
				throw new AssertionError("The service does not start: see " + this.log);
			}
			pause();
		}
	}

	private boolean answers() {
		try {
			return get("/protected").status() == 401;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
