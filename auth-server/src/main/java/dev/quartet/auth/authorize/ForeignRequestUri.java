package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a request whose {@code request_uri} is not one of ours as if it were without, so
 * that the client can be told (OpenID Connect Core §6.2); nothing is ever fetched (RFC
 * 9101 §10.4.1).
 */
class ForeignRequestUri implements AuthenticationConverter {

	/** Where the refused address is found among the parameters. */
	static final String PARAMETER = "foreign_request_uri";

	static final String OURS = "urn:ietf:params:oauth:request_uri:";

	private static final String REQUEST_URI = "request_uri";

	private final AuthenticationConverter converter = new OAuth2AuthorizationCodeRequestAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String requestUri = request.getParameter(REQUEST_URI);
		boolean foreign = requestUri != null && !requestUri.isEmpty() && !requestUri.startsWith(OURS);
		return foreign ? this.converter.convert(new ReplacedParameters(request, renamed(request))) : null;
	}

	/** The same parameters with that one under another name. */
	private static Map<String, List<String>> renamed(HttpServletRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap()
			.forEach((name, values) -> parameters.put(REQUEST_URI.equals(name) ? PARAMETER : name,
					Arrays.asList(values)));
		return parameters;
	}

}
