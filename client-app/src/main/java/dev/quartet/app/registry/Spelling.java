package dev.quartet.app.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds settings that are misspelt, which would otherwise be silently without effect. */
final class Spelling {

	/** So many letters may be wrong. */
	private static final int NEAR = 2;

	private static final Set<String> KNOWN = ProviderEntry.KEYS.stream()
		.map(Spelling::uniform)
		.collect(Collectors.toSet());

	private final EnvironmentVariables variables;

	private final List<ConfigurationPropertySource> files;

	private final List<EntryProblem> problems;

	Spelling(EnvironmentVariables variables, List<ConfigurationPropertySource> files, List<EntryProblem> problems) {
		this.variables = variables;
		this.files = files;
		this.problems = problems;
	}

	void check(Map<String, ProviderEntry> entries) {
		entries.keySet().forEach((name) -> {
			checkFiles(name);
			checkVariables(name);
		});
	}

	/** In an entry of application.yml nothing else can be meant. */
	private void checkFiles(String name) {
		for (String key : writtenKeys(name)) {
			if (!KNOWN.contains(uniform(key)) && !key.startsWith("parameters.") && !key.isEmpty()) {
				this.problems
					.add(new EntryProblem(name, key, "is no setting" + nearest(key).map(Spelling::meant).orElse("")));
			}
		}
	}

	private Set<String> writtenKeys(String name) {
		ConfigurationPropertyName entry = RegistryReader.ROOT.append(name);
		Set<String> keys = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : this.files) {
			// There a hyphen and the end of a word look the same.
			boolean isVague = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
			if (!isVague && source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream().filter(entry::isAncestorOf).map(Spelling::key).forEach(keys::add);
			}
		}
		return keys;
	}

	/** Without the entry and without the index in a list. */
	private static String key(ConfigurationPropertyName name) {
		List<String> elements = new ArrayList<>();
		for (int i = RegistryReader.ROOT.getNumberOfElements() + 1; i < name.getNumberOfElements(); i++) {
			if (!name.isNumericIndex(i)) {
				elements.add(name.getElement(i, ConfigurationPropertyName.Form.ORIGINAL));
			}
		}
		return String.join(".", elements);
	}

	/**
	 * Other programs have variables too: only what is nearly one of ours is meant for us.
	 */
	private void checkVariables(String name) {
		String prefix = EntryProblem.prefix(name) + "_";
		Set<String> said = this.variables.of(name).keySet();
		for (String ending : this.variables.endings(name)) {
			String key = ending.toLowerCase(Locale.ROOT).replace('_', '-');
			if (!KNOWN.contains(uniform(key))) {
				nearest(key).filter((near) -> !said.contains(near))
					.ifPresent((near) -> this.problems.add(new EntryProblem(name, prefix + ending,
							"is no setting" + meant(prefix + EntryProblem.upper(near)))));
			}
		}
	}

	private static String meant(String key) {
		return ", probably " + key + " is meant";
	}

	private static Optional<String> nearest(String key) {
		return ProviderEntry.KEYS.stream()
			.filter((known) -> distance(uniform(known), uniform(key)) <= NEAR)
			.min(Comparator.comparingInt((known) -> distance(uniform(known), uniform(key))));
	}

	private static String uniform(String key) {
		return key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	/** How many letters must be put in, taken out or changed (Levenshtein). */
	private static int distance(String from, String to) {
		int[] above = new int[to.length() + 1];
		for (int column = 0; column <= to.length(); column++) {
			above[column] = column;
		}
		for (int row = 1; row <= from.length(); row++) {
			int[] current = new int[to.length() + 1];
			current[0] = row;
			for (int column = 1; column <= to.length(); column++) {
				int change = (from.charAt(row - 1) == to.charAt(column - 1)) ? 0 : 1;
				current[column] = Math.min(above[column - 1] + change,
						1 + Math.min(above[column], current[column - 1]));
			}
			above = current;
		}
		return above[to.length()];
	}

}
