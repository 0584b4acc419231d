package dev.quartet.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells browsers that came by TLS never to come without it (RFC 6797). */
public final class StrictTransport {

	private StrictTransport() {
	}

	/** Tells it in the answer, where it may be told. */
	public static void demand(HttpServletRequest request, HttpServletResponse response) {
		// A browser that is told so of localhost would demand it of every other port
		// there.
		if (request.isSecure() && !"localhost".equals(request.getServerName())) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
	}

}
