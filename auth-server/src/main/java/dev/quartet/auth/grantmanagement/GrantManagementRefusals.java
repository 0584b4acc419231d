package dev.quartet.auth.grantmanagement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells a client what its access token lacks (Grant Management for OAuth 2.0 §6.6, RFC
 * 6750 §3.1).
 */
class GrantManagementRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "invalid_token",
				"An access token of the client for this endpoint is needed");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		refuse(response, HttpServletResponse.SC_FORBIDDEN, "insufficient_scope",
				"GET needs grant_management_query, DELETE needs grant_management_revoke");
	}

	/** The texts are ours, so nothing in them needs escaping. */
	private static void refuse(HttpServletResponse response, int status, String error, String description)
			throws IOException {
		response.setStatus(status);
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Quartet\", error=\"" + error + "\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream()
			.write("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description)
				.getBytes(StandardCharsets.UTF_8));
	}

}
