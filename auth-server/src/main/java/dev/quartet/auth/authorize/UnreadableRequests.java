package dev.quartet.auth.authorize;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses authorization requests that the framework would fall over: too long, with an
 * address that is none, or of a client that has no address.
 */
class UnreadableRequests extends OncePerRequestFilter {

	/** As an address has it, which carries it to the login page and back. */
	private static final int LONGEST = 8000;

	private static final int LAST_PORT = 65_535;

	private static final String PARAMETER = "OAuth 2.0 Parameter: ";

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1";

	private final RegisteredClientRepository clients;

	private final String path;

	private final AuthenticationFailureHandler refusals;

	UnreadableRequests(RegisteredClientRepository clients, String path, AuthenticationFailureHandler refusals) {
		this.clients = clients;
		this.path = path;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.path.equals(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<OAuth2Error> problem = problem(request);
		if (problem.isPresent()) {
			this.refusals.onAuthenticationFailure(request, response, new OAuth2AuthenticationException(problem.get()));
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private Optional<OAuth2Error> problem(HttpServletRequest request) {
		if (length(request) > LONGEST) {
			return Optional.of(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "The request is too long", CLAUSE));
		}
		if (!isAddress(request.getParameter("redirect_uri"))) {
			return Optional.of(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, PARAMETER + "redirect_uri", CLAUSE));
		}
		String clientId = request.getParameter("client_id");
		boolean nowhere = clientId != null && Optional.ofNullable(this.clients.findByClientId(clientId))
			.filter((client) -> client.getRedirectUris().isEmpty())
			.isPresent();
		return nowhere
				? Optional.of(new OAuth2Error(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, PARAMETER + "client_id", CLAUSE))
				: Optional.empty();
	}

	private static long length(HttpServletRequest request) {
		return request.getParameterMap()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.mapToLong((value) -> UriUtils.encode(value, StandardCharsets.UTF_8).length())
			.sum();
	}

	static boolean isAddress(@Nullable String redirectUri) {
		try {
			return redirectUri == null || new URI(redirectUri).getPort() <= LAST_PORT;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
