package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is a server of a foreign library, running on the machine's own Node, which says where
 * it listens and what it does.
 */
final class NodeServer implements AutoCloseable {

	private static final String LISTENING = "listening ";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path folder = NodePackages.required();

	private final Path log;

	private final Process process;

	private final URI address;

	/**
	 * @param name the folder of its program
	 */
	NodeServer(String name, Map<String, String> environment) {
		this.log = newLog(name);
		ProcessBuilder builder = new ProcessBuilder("node", name + "/provider.mjs").directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment().keySet().removeIf((variable) -> variable.startsWith("NODE_"));
		builder.environment().putAll(environment);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		this.address = awaitAddress();
	}

	URI address() {
		return this.address;
	}

	/** The rest of each line that began with the word. */
	Stream<String> said(String word) {
		try {
			return Files.readAllLines(this.log)
				.stream()
				.filter((line) -> line.startsWith(word))
				.map((line) -> line.substring(word.length()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private URI awaitAddress() {
		Instant end = Instant.now().plus(PATIENCE);
		Optional<URI> listening = Optional.empty();
		while (listening.isEmpty()) {
			if (!this.process.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException("The server does not start: see e2e/" + this.log);
			}
			pause();
			listening = said(LISTENING).map(URI::create).findFirst();
		}
		return listening.get();
	}

	private static Path newLog(String name) {
		try {
			return Files.createTempFile(Path.of("target"), name + "-", ".log");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
