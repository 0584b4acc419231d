package dev.quartet.app.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Reads a registry out of what a test writes down. */
final class Reading {

	private final MockEnvironment environment = new MockEnvironment();

	private final Map<String, Object> variables = new LinkedHashMap<>();

	private Reading() {
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("variables", Collections.unmodifiableMap(this.variables)));
	}

	static Reading nothing() {
		return new Reading();
	}

	/** The entries below {@code quartet.providers}. */
	static Reading yaml(String entries) {
		return nothing().andYaml(entries);
	}

	/** Variables, one {@code NAME=value} a line. */
	static Reading variables(String lines) {
		return nothing().andVariables(lines);
	}

	Reading andYaml(String entries) {
		String text = "quartet:\n  providers:\n" + entries.indent(4);
		try {
			this.environment.getPropertySources()
				.addLast(new YamlPropertySourceLoader()
					.load("yaml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
					.get(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	Reading andVariables(String lines) {
		lines.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
			String[] parts = line.split("=", 2);
			this.variables.put(parts[0], parts[1]);
		});
		return this;
	}

	Providers read() {
		return new RegistryReader(this.environment).read();
	}

	<P extends Provider> P only(Class<P> kind) {
		return kind.cast(read().all().stream().reduce((one, other) -> {
			throw new AssertionError("More than one provider");
		}).orElseThrow());
	}

	/** What the start says, a line for each fault. */
	String refusal() {
		ProvidersRefused refused = catchThrowableOfType(ProvidersRefused.class, this::read);
		return (refused != null) ? String.valueOf(refused.getMessage()) : "nothing is refused";
	}

}
