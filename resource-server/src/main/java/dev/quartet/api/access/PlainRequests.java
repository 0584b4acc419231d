package dev.quartet.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets pass what has no room for a trick: reading a path of letters, digits, dashes and
 * single slashes, without parameters. Everything else goes through the framework's long
 * list of tricks, which costs more than the token's check.
 */
final class PlainRequests implements HttpFirewall {

	private final StrictHttpFirewall strict = new StrictHttpFirewall();

	PlainRequests() {
		strict.setAllowedHeaderNames(new PlainText(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
		strict.setAllowedHeaderValues(new PlainText(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
	}

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		// Its container has refused control characters in its headers.
		return isPlain(request) ? new CallersRequest(request) : strict.getFirewalledRequest(request);
	}

	@Override
	public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
		return strict.getFirewalledResponse(response);
	}

	private static boolean isPlain(HttpServletRequest request) {
		return ScopeRule.READING.contains(request.getMethod()) && request.getQueryString() == null
				&& isPlain(request.getRequestURI());
	}

	private static boolean isPlain(String path) {
		char last = 'a';
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			boolean slash = c == '/';
			boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
			if (!word && !(slash && last != '/')) {
				return false;
			}
			last = c;
		}
		return path.startsWith("/");
	}

}
