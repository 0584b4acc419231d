package dev.quartet.api.notes;

import java.text.Normalizer;

/**
 * Makes text comparable without regard to case, letter by letter, so that every database
 * finds the same.
 */
final class SearchText {

	/** Stands before what would be a wildcard. */
	static final char ESCAPE = '!';

	private SearchText() {
	}

	static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFC)
			.codePoints()
			.map((letter) -> Character.toLowerCase(Character.toUpperCase(letter)))
			.forEach(folded::appendCodePoint);
		return folded.toString();
	}

	/** A pattern for LIKE that takes what was typed for nothing but text. */
	static String pattern(String typed) {
		return "%" + fold(typed).replaceAll("[!%_]", ESCAPE + "$0") + "%";
	}

}
