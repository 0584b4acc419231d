package dev.quartet.api.access;

import java.util.function.Predicate;

/**
 * Decides whether a header may be read. The framework matches every character of every
 * name and value against Unicode's tables, which costs more than the token's check; what
 * is plain ASCII needs none of that.
 */
final class PlainText implements Predicate<String> {

	private final Predicate<String> otherwise;

	PlainText(Predicate<String> otherwise) {
		this.otherwise = otherwise;
	}

	@Override
	public boolean test(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || c > '~') {
				return otherwise.test(text);
			}
		}
		return true;
	}

}
