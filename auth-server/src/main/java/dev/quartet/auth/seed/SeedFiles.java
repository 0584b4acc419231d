package dev.quartet.auth.seed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.nio.ByteBuffer;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Finds the seed files: those that QUARTET_SEED names, else quartet.yml in the folder
 * where the server starts.
 */
@Component
class SeedFiles {

	static final String DEMO = "quartet.demo.yml";

	private static final String DEFAULT = "quartet.yml";

	private static final int MAX_BYTES = 1_000_000;

	private final SeedSettings settings;

	private final boolean demo;

	SeedFiles(SeedSettings settings, Environment environment) {
		this.settings = settings;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	/** Gives the files in the order in which they apply; the last one wins. */
	List<SeedFile> find(Path folder) {
		List<SeedFile> files = new ArrayList<>();
		if (this.demo) {
			files.add(demo());
		}
		if (!this.settings.seed().isEmpty()) {
			this.settings.seed().forEach((name) -> files.add(read(name, folder.resolve(name))));
		}
		else if (Files.exists(folder.resolve(DEFAULT))) {
			files.add(read(DEFAULT, folder.resolve(DEFAULT)));
		}
		return files;
	}

	private static SeedFile demo() {
		try (InputStream content = new ClassPathResource(DEMO).getInputStream()) {
			return new SeedFile(DEMO, new String(content.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application lacks " + DEMO, ex);
		}
	}

	private static SeedFile read(String name, Path path) {
		if (!Files.isRegularFile(path)) {
			throw new SeedRefused(List.of("%s: there is no such seed file (looked for %s)".formatted(name,
					path.toAbsolutePath().normalize())));
		}
		try (InputStream content = Files.newInputStream(path)) {
			byte[] bytes = content.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw new SeedRefused(List.of("%s: a seed file has at most %d bytes".formatted(name, MAX_BYTES)));
			}
			return new SeedFile(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new SeedRefused(List.of(name + ": a seed file is UTF-8 text"));
		}
		catch (IOException ex) {
			throw new SeedRefused(List.of("%s: the seed file cannot be read (%s)".formatted(name, ex.getMessage())));
		}
	}

}
