package dev.quartet.api.access;

import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Reads the token from the Authorization header, the only place where one is accepted,
 * and refuses requests with two.
 */
final class SingleBearerToken implements BearerTokenResolver {

	private final BearerTokenResolver header = new DefaultBearerTokenResolver();

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		List<String> credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
		// One method, once (RFC 6750 §2); a token in the query or form alone is ignored,
		// as
		// RFC 9700 §4.3.2 wants.
		boolean elsewhereToo = !credentials.isEmpty() && request.getParameter("access_token") != null;
		if (credentials.size() > 1 || elsewhereToo) {
			throw new OAuth2AuthenticationException(
					BearerTokenErrors.invalidRequest("The request carries more than one token"));
		}
		return header.resolve(request);
	}

}
