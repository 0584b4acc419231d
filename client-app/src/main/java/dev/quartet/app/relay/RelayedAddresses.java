package dev.quartet.app.relay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns addresses of the API into those by which a script reaches the same.
 *
 * @param api the API's address, without a slash at the end
 */
record RelayedAddresses(String api) {

	private static final Pattern LINK_TARGET = Pattern.compile("<([^<>]*)>");

	/** Nothing if the address leads elsewhere. */
	Optional<String> here(String address) {
		String path = address.startsWith(this.api + "/") ? address.substring(this.api.length()) : address;
		boolean isPath = path.startsWith("/") && !path.startsWith("//") && !path.contains("..") && !path.contains("\\");
		return isPath ? Optional.of(RelayedRequest.ROOT + path) : Optional.empty();
	}

	/** The links of one header (RFC 8288 §3); nothing if one of them leads elsewhere. */
	Optional<String> links(String header) {
		Matcher targets = LINK_TARGET.matcher(header);
		StringBuilder links = new StringBuilder();
		while (targets.find()) {
			Optional<String> here = here(targets.group(1));
			if (here.isEmpty()) {
				return Optional.empty();
			}
			targets.appendReplacement(links, Matcher.quoteReplacement("<" + here.get() + ">"));
		}
		return Optional.of(targets.appendTail(links).toString());
	}

}
