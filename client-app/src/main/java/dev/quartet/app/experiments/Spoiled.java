package dev.quartet.app.experiments;

/**
 * Changes one character of a value, and leaves it as long and as well-formed as it was.
 */
final class Spoiled {

	private Spoiled() {
	}

	static String first(String value) {
		return at(value, 0);
	}

	/**
	 * The first character of the signature: of the last one, some bits may not count.
	 */
	static String signature(String token) {
		return at(token, Math.min(token.lastIndexOf('.') + 1, token.length() - 1));
	}

	private static String at(String value, int index) {
		char other = (value.charAt(index) == 'A') ? 'B' : 'A';
		return value.substring(0, index) + other + value.substring(index + 1);
	}

}
