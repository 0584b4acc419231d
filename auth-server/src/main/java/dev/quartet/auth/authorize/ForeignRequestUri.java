package dev.quartet.auth.authorize;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
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
		return foreign ? this.converter.convert(new Renamed(request)) : null;
	}

	/** The same request with that one parameter under another name. */
	private static final class Renamed extends HttpServletRequestWrapper {

		Renamed(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
			parameters.put(PARAMETER, super.getParameterMap().getOrDefault(REQUEST_URI, new String[0]));
			parameters.remove(REQUEST_URI);
			return parameters;
		}

		@Override
		public @Nullable String getParameter(String name) {
			String[] values = getParameterMap().get(name);
			return (values != null && values.length > 0) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return getParameterMap().get(name);
		}

		// The framework reads the parameters of a query only if the query names them.
		@Override
		public @Nullable String getQueryString() {
			String query = super.getQueryString();
			return (query != null) ? query.replace(REQUEST_URI + "=", PARAMETER + "=") : null;
		}

	}

}
