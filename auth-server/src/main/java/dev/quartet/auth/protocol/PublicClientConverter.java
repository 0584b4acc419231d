package dev.quartet.auth.protocol;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.util.StringUtils;

/**
 * Reads the name of a public client (RFC 6749 §3.2.1) where the framework does not: it
 * knows public clients only by the proof key of their code.
 */
class PublicClientConverter implements AuthenticationConverter {

	private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion");

	private static final Set<String> GRANTS = Set.of("refresh_token", "urn:ietf:params:oauth:grant-type:device_code");

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String clientId = request.getParameter("client_id");
		return (StringUtils.hasText(clientId) && mayGoByName(request) && !proves(request)) ? new PublicClient(clientId)
				: null;
	}

	private static boolean mayGoByName(HttpServletRequest request) {
		return Endpoints.isPushedRequest(request) || Endpoints.isRevocation(request)
				|| Endpoints.isDeviceAuthorization(request)
				|| (Endpoints.isToken(request) && GRANTS.contains(request.getParameter("grant_type")));
	}

	private static boolean proves(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) != null
				|| CREDENTIALS.stream().anyMatch((name) -> request.getParameter(name) != null);
	}

}
