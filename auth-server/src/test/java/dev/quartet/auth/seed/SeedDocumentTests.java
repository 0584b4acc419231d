package dev.quartet.auth.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.quartet.auth.clients.ClientSecretEncoder;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps docs/seed.md true. */
class SeedDocumentTests {

	private final String example = example();

	@Test
	void acceptsTheExample() {
		MockEnvironment environment = new MockEnvironment().withProperty("CAROL_PASSWORD", "higher further faster")
			.withProperty("SHOP_SECRET", "0123456789abcdef0123456789abcdef")
			.withProperty("MAILER_SECRET", "fedcba9876543210fedcba9876543210")
			.withProperty("MAILER_OLD_SHA256", ClientSecretEncoder.sha256("old"))
			.withProperty("NIGHT_JOB_SHA256", ClientSecretEncoder.sha256("0123456789abcdef"));
		Seed seed = TestSeeds.reader(environment).read(List.of(new SeedFile("quartet.yml", this.example)));
		assertThat(seed.clients()).hasSize(7);
		assertThat(seed.people()).hasSize(2);
		assertThat(seed.scopeNames()).containsExactly("orders:read", "orders:cancel");
	}

	@Test
	void showsEveryKey() {
		assertThat(Stream
			.of(ResourceReader.KEYS, ResourceReader.SCOPE_KEYS, PersonReader.KEYS, ClientReader.KEYS,
					ClientSecretReader.ENTRY_KEYS)
			.flatMap(List::stream))
			.allSatisfy((key) -> assertThat(this.example).contains(key.endsWith("#") ? key : key + ":"));
	}

	private static String example() {
		try {
			String page = Files.readString(Path.of("..", "docs", "seed.md"));
			int start = page.indexOf("```yaml\n") + "```yaml\n".length();
			return page.substring(start, page.indexOf("```", start));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
