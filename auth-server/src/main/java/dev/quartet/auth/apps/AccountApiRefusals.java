package dev.quartet.auth.apps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.quartet.auth.resources.AccountScopes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells an application what its access token lacks (RFC 6750 §3.1). */
class AccountApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String REALM = "Bearer realm=\"Quartet\"";

	/** Who brought no token only learns what to bring. */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (!(cause instanceof OAuth2AuthenticationException refused)) {
			write(response, HttpStatus.UNAUTHORIZED, REALM, "An access token is needed");
			return;
		}
		boolean unclear = refused.getError() instanceof BearerTokenError error
				&& error.getHttpStatus() == HttpStatus.BAD_REQUEST;
		write(response, unclear ? HttpStatus.BAD_REQUEST : HttpStatus.UNAUTHORIZED,
				REALM + ", error=\"" + (unclear ? "invalid_request" : "invalid_token") + "\"",
				"The access token is not one that opens this API");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		String scope = reads ? AccountScopes.READ_APPS : AccountScopes.CHANGE_APPS;
		write(response, HttpStatus.FORBIDDEN, REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"",
				"This needs the scope " + scope);
	}

	/** The texts are ours, so nothing in them needs escaping. */
	private static void write(HttpServletResponse response, HttpStatus status, String challenge, String detail)
			throws IOException {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
				.formatted(status.getReasonPhrase(), status.value(), detail)
				.getBytes(StandardCharsets.UTF_8));
	}

}
