package dev.quartet.app.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the catalogue to its form. */
class CatalogueTests {

	private final Catalogue catalogue = new Catalogue();

	@Test
	void knowsEveryStep() {
		assertThat(Arrays.stream(Step.values()).map(this.catalogue::step))
			.allSatisfy((step) -> assertThat(step.title()).isNotBlank().isNotEqualTo("null"))
			.allSatisfy(CatalogueTests::isWhole);
	}

	@Test
	void namesAClauseForEachWord() {
		YamlMapFactoryBean yaml = new YamlMapFactoryBean();
		yaml.setResources(new ClassPathResource("flow/catalogue.yml"));
		Map<?, ?> areas = (Map<?, ?>) Objects.requireNonNull(Objects.requireNonNull(yaml.getObject()).get("names"));
		areas.forEach((area, names) -> ((Map<?, ?>) names).keySet()
			.forEach((name) -> assertThat(this.catalogue.name(String.valueOf(area), String.valueOf(name)))
				.as("%s.%s", area, name)
				.hasValueSatisfying(CatalogueTests::isWhole)));
	}

	@Test
	void looksANameUpInItsPlaceFirst() {
		assertThat(this.catalogue.name("parameters", "iss").orElseThrow().clause().label()).isEqualTo("RFC 9207 §2");
		assertThat(this.catalogue.name("claims", "iss").orElseThrow().clause().label()).isEqualTo("RFC 7519 §4.1.1");
		assertThat(this.catalogue.name("keys", "keys[2].kid").orElseThrow().clause().href())
			.isEqualTo("https://www.rfc-editor.org/rfc/rfc7517#section-4.5");
		assertThat(this.catalogue.name("profile", "plan.name")).isEmpty();
	}

	private static void isWhole(Explanation explanation) {
		assertThat(explanation.text()).endsWith(".").hasSizeBetween(10, 300);
		assertThat(explanation.clause().label()).matches(".+ §[\\d.]+");
		assertThat(List.of("https://www.rfc-editor.org/rfc/rfc", "https://openid.net/specs/"))
			.anyMatch(explanation.clause().href()::startsWith);
	}

}
