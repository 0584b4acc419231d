package dev.quartet.auth.seed;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import dev.quartet.auth.resources.LocalizedTexts;

/**
 * Reads what a seed file says in further languages, under keys such as {@code title#de}
 * (RFC 7591 §2.2).
 */
final class LocalizedReader {

	private static final String TWICE = "the language is written twice";

	private static final String NO_LANGUAGE = "expected a language tag after the #, as in de or pt-BR (BCP 47)";

	private final Map<String, String> texts = new TreeMap<>();

	private final SeedEntry entry;

	LocalizedReader(SeedEntry entry) {
		this.entry = entry;
	}

	LocalizedReader read(String name, int maxLength) {
		return read(name, maxLength, (text) -> Optional.empty());
	}

	/**
	 * Reads every language in which there is this text.
	 * @param problem says what is wrong with a text, or nothing
	 */
	LocalizedReader read(String name, int maxLength, Function<String, Optional<String>> problem) {
		this.entry.keys(name + "#").forEach((key) -> this.entry.text(key, maxLength).ifPresent((text) -> {
			problem.apply(text.value()).ifPresent((found) -> this.entry.refuse(key, found));
			language(key).map((language) -> LocalizedTexts.name(name, language))
				.ifPresentOrElse((known) -> put(key, known, text.value()), () -> this.entry.refuse(key, NO_LANGUAGE));
		}));
		return this;
	}

	Map<String, String> texts() {
		return this.texts;
	}

	/** Gives the texts, after refusing more of them than can be stored. */
	LocalizedTexts texts(String name, int maxLength) {
		// each character may need two in JSON, and each text a few more around it
		int length = this.texts.entrySet()
			.stream()
			.mapToInt((text) -> text.getKey().length() + 2 * text.getValue().length() + 6)
			.sum();
		if (length > maxLength) {
			this.entry.refuse(name, "the texts in further languages are too long together; leave some of them out");
		}
		return LocalizedTexts.of(this.texts);
	}

	private void put(String key, String name, String text) {
		if (this.texts.putIfAbsent(name, text) != null) {
			this.entry.refuse(key, TWICE);
		}
	}

	private static Optional<Locale> language(String key) {
		try {
			Locale language = new Locale.Builder().setLanguageTag(key.substring(key.indexOf('#') + 1)).build();
			return Optional.of(language).filter((found) -> !found.getLanguage().isEmpty());
		}
		catch (IllformedLocaleException ex) {
			return Optional.empty();
		}
	}

}
