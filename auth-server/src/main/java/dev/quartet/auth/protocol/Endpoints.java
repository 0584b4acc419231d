package dev.quartet.auth.protocol;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the protocol's endpoints apart by who calls them: browsers, bearers of a token,
 * or clients.
 */
final class Endpoints {

	private static final String AUTHORIZE = "/oauth2/authorize";

	private static final String USERINFO = "/userinfo";

	private Endpoints() {
	}

	static boolean isAuthorize(HttpServletRequest request) {
		return AUTHORIZE.equals(request.getRequestURI());
	}

	static boolean isUserInfo(HttpServletRequest request) {
		return USERINFO.equals(request.getRequestURI());
	}

}
