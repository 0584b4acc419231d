package dev.quartet.auth.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.web.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that the demo can be read in every language of the pages. */
class DemoLanguagesTests {

	private final Seed demo = demo();

	static Stream<Locale> translations() {
		return Languages.SPOKEN.stream().filter((language) -> !language.equals(Locale.ENGLISH));
	}

	@ParameterizedTest
	@MethodSource("translations")
	void saysWhatEachScopeMeans(Locale language) {
		assertThat(this.demo.scopes()).isNotEmpty().allSatisfy((seed) -> {
			Resource resource = new Resource(seed.resource().value(), "");
			Scope scope = new Scope(seed.scope().value(), resource, seed.texts().title(), seed.texts().description());
			scope.describe(resource, seed.texts(), seed.risk(), seed.optional());
			assertThat(scope.title(language)).isNotEqualTo(scope.title(Locale.ENGLISH));
			assertThat(scope.description(language)).isPresent().isNotEqualTo(scope.description(Locale.ENGLISH));
		});
	}

	@ParameterizedTest
	@MethodSource("translations")
	void namesEachApi(Locale language) {
		assertThat(this.demo.resources()).isNotEmpty().allSatisfy((seed) -> {
			Resource resource = new Resource(seed.resource().value(), "");
			resource.describe(seed.resourceName(), seed.owner(), seed.localized());
			assertThat(resource.resourceName(language)).isNotEqualTo(seed.resourceName());
			assertThat(resource.owner()).isPresent();
		});
	}

	@ParameterizedTest
	@MethodSource("translations")
	void namesEachClientThatPeopleSee(Locale language) {
		assertThat(this.demo.clients()).filteredOn((client) -> client.metadata().grantTypes().contains("refresh_token"))
			.isNotEmpty()
			.allSatisfy(
					(client) -> assertThat(client.metadata().further().object(MetadataField.LOCALIZED).orElseThrow())
						.containsKey("client_name#" + language.toLanguageTag()));
	}

	@Test
	void asksWithoutAChoiceOnlyForWhatTheAppIsUselessWithout() {
		assertThat(this.demo.scopes()).filteredOn((scope) -> !scope.optional())
			.map((scope) -> scope.scope().value())
			.containsExactly("notes:read");
	}

	private static Seed demo() {
		try {
			String yaml = new ClassPathResource(SeedFiles.DEMO).getContentAsString(StandardCharsets.UTF_8);
			return TestSeeds.readInDemo(new SeedFile(SeedFiles.DEMO, yaml));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
