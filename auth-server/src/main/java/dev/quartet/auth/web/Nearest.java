package dev.quartet.auth.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {

	private static final int MAX_DISTANCE = 3;

	private Nearest() {
	}

	/** Ends a message with what was probably meant and what is known. */
	public static String hint(String word, Collection<String> known) {
		String meant = to(word, known).map("; did you mean \"%s\"?"::formatted).orElse(".");
		return meant + " Known: " + String.join(", ", known);
	}

	/** Gives the most similar one, however different it is. */
	public static Optional<String> of(String word, Collection<String> known) {
		return known.stream().min(Comparator.comparingInt((candidate) -> distance(word, candidate)));
	}

	static Optional<String> to(String word, Collection<String> known) {
		int allowed = Math.min(MAX_DISTANCE, word.length() / 2);
		return known.stream()
			.filter((candidate) -> distance(word, candidate) <= allowed)
			.min(Comparator.comparingInt((candidate) -> distance(word, candidate)));
	}

	/** Counts the characters to insert, delete or replace (Levenshtein). */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[to.length()];
	}

}
