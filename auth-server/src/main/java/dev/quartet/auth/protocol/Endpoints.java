package dev.quartet.auth.protocol;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells the protocol's endpoints apart by who calls them: browsers, bearers of a token,
 * or clients.
 */
final class Endpoints {

	private static final String AUTHORIZE = "/oauth2/authorize";

	private static final String USERINFO = "/userinfo";

	private static final String TOKEN = "/oauth2/token";

	private static final String REVOCATION = "/oauth2/revoke";

	private static final String PUSHED_REQUEST = "/oauth2/par";

	private static final String INTROSPECTION = "/oauth2/introspect";

	static final String USES = "/oauth2/uses";

	private static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";

	private static final Set<String> DISCOVERY = Set.of("/.well-known/openid-configuration",
			"/.well-known/oauth-authorization-server");

	private Endpoints() {
	}

	static boolean isAuthorize(HttpServletRequest request) {
		return AUTHORIZE.equals(request.getRequestURI());
	}

	static boolean isUserInfo(HttpServletRequest request) {
		return USERINFO.equals(request.getRequestURI());
	}

	static boolean isDiscovery(HttpServletRequest request) {
		return DISCOVERY.contains(request.getRequestURI());
	}

	/** Which methods an endpoint takes that is no machine's own; empty for others. */
	static String methods(HttpServletRequest request) {
		if (isDiscovery(request)) {
			return "GET, HEAD";
		}
		return (isAuthorize(request) || isUserInfo(request)) ? "GET, POST" : "";
	}

	static boolean isToken(HttpServletRequest request) {
		return TOKEN.equals(request.getRequestURI());
	}

	static boolean isRevocation(HttpServletRequest request) {
		return REVOCATION.equals(request.getRequestURI());
	}

	static boolean isPushedRequest(HttpServletRequest request) {
		return PUSHED_REQUEST.equals(request.getRequestURI());
	}

	/** Whoever introspects must prove who it is (RFC 7662 §2.1). */
	static boolean takePublicClients(HttpServletRequest request) {
		return isToken(request) || isRevocation(request) || isPushedRequest(request)
				|| DEVICE_AUTHORIZATION.equals(request.getRequestURI());
	}

	/** Whatever clients call (RFC 6749 §3.2, RFC 7009 §2.1, RFC 7662 §2.1). */
	static boolean takePostsOnly(HttpServletRequest request) {
		return takePublicClients(request) || INTROSPECTION.equals(request.getRequestURI())
				|| USES.equals(request.getRequestURI());
	}

}
