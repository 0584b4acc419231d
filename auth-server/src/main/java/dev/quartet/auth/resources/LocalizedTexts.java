package dev.quartet.auth.resources;

import java.io.Serializable;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds texts in other languages under names such as {@code title#de} (RFC 7591 §2.2).
 */
public final class LocalizedTexts implements Serializable {

	public static final LocalizedTexts NONE = new LocalizedTexts(new TreeMap<>());

	private static final long serialVersionUID = 1;

	@SuppressWarnings("serial") // it is always a TreeMap
	private final SortedMap<String, String> texts;

	private LocalizedTexts(SortedMap<String, String> texts) {
		this.texts = texts;
	}

	public static LocalizedTexts of(Map<String, String> texts) {
		return new LocalizedTexts(new TreeMap<>(texts));
	}

	/** The name of a text in a language, as the standard writes it. */
	public static String name(String text, Locale language) {
		return text + "#" + language.toLanguageTag();
	}

	/**
	 * Finds the text in this language, else in a more general one (RFC 4647 §3.4): for
	 * {@code zh-Hant-TW} also in {@code zh-Hant} and {@code zh}.
	 */
	Optional<String> find(String text, Locale language) {
		String name = name(text, language);
		while (!this.texts.containsKey(name) && name.lastIndexOf('-') > text.length()) {
			name = name.substring(0, name.lastIndexOf('-'));
		}
		return Optional.ofNullable(this.texts.get(name));
	}

	SortedMap<String, String> all() {
		return Collections.unmodifiableSortedMap(this.texts);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LocalizedTexts localized && this.texts.equals(localized.texts);
	}

	@Override
	public int hashCode() {
		return this.texts.hashCode();
	}

	@Override
	public String toString() {
		return this.texts.toString();
	}

}
