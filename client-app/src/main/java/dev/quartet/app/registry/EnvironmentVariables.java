package dev.quartet.app.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Reads settings of providers from names such as {@code GOOGLE_CLIENT_ID}, as Authlib's
 * registry does, wherever they stand: in the environment of the process, in {@code .env},
 * in a property of the JVM.
 */
final class EnvironmentVariables {

	private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

	/** A name with one of these ends may be a provider that nobody has mentioned yet. */
	private static final Pattern TELLING = Pattern
		.compile("(.+)_(CLIENT_ID|CLIENT_SECRET|SERVER_METADATA_URL|REQUEST_TOKEN_URL)");

	private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1");

	private final Map<String, String> values = new TreeMap<>();

	EnvironmentVariables(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					add(name, enumerable.getProperty(name));
				}
			}
		}
	}

	private void add(String name, @Nullable Object value) {
		if (value == null || isQuartets(name) || !VARIABLE.matcher(name).matches()) {
			return;
		}
		String text = unquoted(value.toString().strip());
		if (!text.isEmpty()) {
			this.values.putIfAbsent(name, text);
		}
	}

	/** The names of all entries that these variables may describe, in order. */
	Set<String> entries() {
		Set<String> names = new TreeSet<>();
		for (String variable : this.values.keySet()) {
			Matcher telling = TELLING.matcher(variable);
			if (telling.matches()) {
				names.add(telling.group(1).replace('_', '-').toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

	/** What is said about an entry, by the keys of application.yml. */
	Map<String, String> of(String entry) {
		Map<String, String> settings = new LinkedHashMap<>();
		for (String key : ProviderEntry.KEYS) {
			String value = this.values.get(EntryProblem.prefix(entry) + "_" + EntryProblem.upper(key));
			if (value != null) {
				settings.put(key, value);
			}
		}
		return settings;
	}

	/** The names that begin like an entry's, without that beginning. */
	List<String> endings(String entry) {
		String prefix = EntryProblem.prefix(entry) + "_";
		return this.values.keySet()
			.stream()
			.filter((name) -> name.startsWith(prefix))
			.map((name) -> name.substring(prefix.length()))
			.toList();
	}

	/** Ours speak of this application, not of a provider. */
	private static boolean isQuartets(String name) {
		return name.startsWith("QUARTET_");
	}

	/**
	 * Shells and compose take the quotes of a line in {@code .env} away, so we do too.
	 */
	private static String unquoted(String text) {
		return Optional.of(QUOTED.matcher(text)).filter(Matcher::matches).map((quoted) -> quoted.group(2)).orElse(text);
	}

}
