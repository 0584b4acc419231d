package dev.quartet.app.flow;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Explains messages and what is in them; all its words stand in catalogue.yml. */
@Component
@Profile("demo")
class Catalogue {

	private static final String COMMON = "parameters";

	private final Map<String, Object> content;

	Catalogue() {
		YamlMapFactoryBean yaml = new YamlMapFactoryBean();
		yaml.setResources(new ClassPathResource("flow/catalogue.yml"));
		this.content = Objects.requireNonNull(yaml.getObject());
	}

	Explanation step(Step step) {
		Map<?, ?> entry = map(map(this.content, "steps"), step.key());
		return explanation(String.valueOf(entry.get("title")), String.valueOf(entry.get("about")));
	}

	/**
	 * Looks a name up.
	 * @param area where it stands, a part of the catalogue
	 * @param path the name, after those of the objects that contain it
	 */
	Optional<Explanation> name(String area, String path) {
		String plain = path.replaceAll("\\[\\d+]", "");
		String last = plain.substring(plain.lastIndexOf('.') + 1);
		String first = plain.substring(0, Math.max(0, plain.indexOf('.')));
		return Stream.of(find(area, plain), find(area, last), find(COMMON, last), find(area, first))
			.flatMap(Optional::stream)
			.findFirst()
			.map((entry) -> explanation("", entry));
	}

	private Optional<String> find(String area, String name) {
		return Optional.ofNullable(map(map(this.content, "names"), area).get(name)).map(String::valueOf);
	}

	private Explanation explanation(String title, String entry) {
		int bar = entry.indexOf(" | ");
		return new Explanation(title, entry.substring(bar + 3), clause(entry.substring(0, bar)));
	}

	private Clause clause(String label) {
		int sign = label.indexOf(" §");
		String address = String.valueOf(map(this.content, "specifications").get(label.substring(0, sign)));
		return new Clause(label, address + label.substring(sign + 2));
	}

	private static Map<?, ?> map(Map<?, ?> parent, String name) {
		return (parent.get(name) instanceof Map<?, ?> child) ? child : Map.of();
	}

}
