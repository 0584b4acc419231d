package dev.quartet.auth.seed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says which files are the seed. */
class SeedFilesTests {

	private static final MockEnvironment DEMO = new MockEnvironment().withProperty("spring.profiles.active", "demo");

	@TempDir
	Path folder = Path.of("replaced by JUnit");

	@Test
	void findsNothingWhenThereIsNothing() {
		assertThat(files(new MockEnvironment())).isEmpty();
	}

	@Test
	void findsQuartetYmlInTheFolderOfTheStart() throws IOException {
		Files.writeString(this.folder.resolve("quartet.yml"), "people: []");
		assertThat(files(new MockEnvironment())).containsExactly(new SeedFile("quartet.yml", "people: []"));
	}

	@Test
	void readsTheDemoFirst() throws IOException {
		Files.writeString(this.folder.resolve("quartet.yml"), "people: []");
		assertThat(files(DEMO)).map(SeedFile::name).containsExactly("quartet.demo.yml", "quartet.yml");
	}

	@Test
	void readsTheNamedFilesInTheirOrderInsteadOfQuartetYml() throws IOException {
		Files.writeString(this.folder.resolve("quartet.yml"), "people: []");
		Files.writeString(this.folder.resolve("a.yml"), "people: []");
		Files.writeString(this.folder.resolve("b.yml"), "people: []");
		String absolute = this.folder.resolve("a.yml").toString();
		assertThat(files(new MockEnvironment(), "b.yml", absolute)).map(SeedFile::name)
			.containsExactly("b.yml", absolute);
	}

	@Test
	void refusesAMissingFileAndAFolder() throws IOException {
		assertRefused("my.yml", "my.yml: there is no such seed file (looked for " + this.folder.resolve("my.yml"));
		Files.createDirectory(this.folder.resolve("my.yml"));
		assertRefused("my.yml", "my.yml: there is no such seed file");
	}

	@Test
	void refusesAHugeFileAndOneThatIsNotText() throws IOException {
		Files.writeString(this.folder.resolve("huge.yml"), "#".repeat(1_000_001));
		assertRefused("huge.yml", "huge.yml: a seed file has at most 1000000 bytes");
		Files.write(this.folder.resolve("binary.yml"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		assertRefused("binary.yml", "binary.yml: a seed file is UTF-8 text");
	}

	private void assertRefused(String name, String message) {
		assertThatExceptionOfType(SeedRefused.class).isThrownBy(() -> files(new MockEnvironment(), name))
			.withMessageStartingWith(message);
	}

	private List<SeedFile> files(MockEnvironment environment, String... names) {
		SeedSettings settings = new SeedSettings(URI.create("http://localhost:9000"), List.of(names));
		return new SeedFiles(settings, environment).find(this.folder);
	}

}
