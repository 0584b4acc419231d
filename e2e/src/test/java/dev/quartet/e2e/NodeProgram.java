package dev.quartet.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Is a program of a foreign client library, which says each of its steps and asks a
 * person to go places.
 */
final class NodeProgram {

	private static final Path WARNINGS = Path.of("target", "interop-warnings.log").toAbsolutePath();

	private final Path folder = NodePackages.required();

	private final Map<String, String> environment;

	private final Consumer<String> person;

	/**
	 * @param person goes to an address and does what is asked there
	 */
	NodeProgram(Map<String, String> environment, Consumer<String> person) {
		this.environment = environment;
		this.person = person;
	}

	Outcome run(String... words) {
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(Stream.of("node", "--trace-warnings"), Stream.of(words)).toList())
			.directory(this.folder.toFile())
			.redirectError(WARNINGS.toFile());
		// Nothing of this machine may loosen the library or silence a warning.
		builder.environment().keySet().removeIf((name) -> name.startsWith("NODE_"));
		builder.environment().putAll(this.environment);
		try {
			Process process = builder.start();
			try (BufferedReader lines = process.inputReader()) {
				return follow(lines);
			}
			finally {
				process.destroy();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Outcome follow(BufferedReader lines) throws IOException {
		List<String> steps = new ArrayList<>();
		String version = "none";
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.startsWith("ok ")) {
				steps.add(line.substring("ok ".length()));
			}
			else if (line.startsWith("visit ")) {
				this.person.accept(line.substring("visit ".length()));
			}
			else if (line.startsWith("version ")) {
				version = line.substring("version ".length());
			}
			else {
				throw new AssertionError("after %s: %s".formatted(steps, line));
			}
		}
		return new Outcome(steps, version, Files.readString(WARNINGS));
	}

	/**
	 * Is how it went.
	 *
	 * @param version the library's own word
	 */
	record Outcome(List<String> steps, String version, String warnings) {
	}

}
