package dev.quartet.api.access;

import java.util.function.Predicate;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Decides whether a header's value may be read. The framework matches every character of
 * every value against Unicode's tables, which costs more than the token's check; what is
 * plain ASCII needs none.
 */
final class HeaderValues implements Predicate<String> {

	@Override
	public boolean test(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < ' ' || c > '~') {
				return StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value);
			}
		}
		return true;
	}

}
