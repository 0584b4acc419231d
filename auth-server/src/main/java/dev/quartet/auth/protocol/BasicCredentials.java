package dev.quartet.auth.protocol;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Is what a client says in the header of HTTP Basic, decoded as forms are (RFC 6749
 * §2.3.1 and appendix B).
 */
record BasicCredentials(String clientId, String secret) {

	/** The visible characters of ASCII and the space (RFC 6749 appendix A). */
	private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]+");

	/** Is empty where the header says anything else. */
	static Optional<BasicCredentials> parse(String header) {
		String[] words = header.trim().split(" +", -1);
		if (words.length != 2 || !words[0].equalsIgnoreCase("Basic")) {
			return Optional.empty();
		}
		try {
			String[] parts = new String(Base64.getDecoder().decode(words[1]), UTF_8).split(":", 2);
			return (parts.length == 2) ? of(decoded(parts[0]), decoded(parts[1])) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static boolean isVisible(String text) {
		return VISIBLE.matcher(text).matches();
	}

	private static Optional<BasicCredentials> of(String clientId, String secret) {
		return (isVisible(clientId) && isVisible(secret)) ? Optional.of(new BasicCredentials(clientId, secret))
				: Optional.empty();
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, UTF_8);
	}

	@Override
	public String toString() {
		return "BasicCredentials[" + this.clientId + "]";
	}

}
