package dev.quartet.auth.authorize;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.assertions.RequestObjectRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens request objects, so that everything behind it sees what the client signed in
 * place of what somebody sent (RFC 9101 §6).
 */
class RequestObjectFilter extends OncePerRequestFilter {

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc9101#section-6";

	private final String path;

	private final RegisteredClientRepository clients;

	private final RequestObjectReader reader;

	private final AuthenticationFailureHandler refusals;

	RequestObjectFilter(String path, RegisteredClientRepository clients, RequestObjectReader reader,
			AuthenticationFailureHandler refusals) {
		this.path = path;
		this.clients = clients;
		this.reader = reader;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.path.equals(request.getRequestURI()) || text(request, RequestObjectReader.PARAMETER).isEmpty();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SentParameters.keep(request);
		HttpServletRequest opened;
		try {
			opened = opened(request);
		}
		catch (OAuth2AuthenticationException refusal) {
			this.refusals.onAuthenticationFailure(request, response, refusal);
			return;
		}
		chain.doFilter(opened, response);
	}

	private HttpServletRequest opened(HttpServletRequest request) {
		RegisteredClient authenticated = authenticated();
		RegisteredClient client = (authenticated != null) ? authenticated : named(request);
		if (!text(request, "request_uri").isEmpty()) {
			throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, "request and request_uri exclude one another", request,
					client);
		}
		Map<String, List<String>> sent = SentParameters.of(request);
		try {
			return new ReplacedParameters(request, this.reader.read(sent, client, authenticated != null));
		}
		catch (RequestObjectRefused refused) {
			throw refusal("invalid_request_object", refused.description(), request, client);
		}
	}

	/** Only a client that pushes has authenticated. */
	private static @Nullable RegisteredClient authenticated() {
		return (SecurityContextHolder.getContext()
			.getAuthentication() instanceof OAuth2ClientAuthenticationToken client) ? client.getRegisteredClient()
					: null;
	}

	// It must be outside as well (RFC 9101 §5).
	private RegisteredClient named(HttpServletRequest request) {
		RegisteredClient client = this.clients.findByClientId(text(request, "client_id"));
		if (client == null) {
			throw new OAuth2AuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: client_id", CLAUSE));
		}
		return client;
	}

	private static OAuth2AuthenticationException refusal(String code, String description, HttpServletRequest request,
			RegisteredClient client) {
		return RequestRefusals.ofUnread(new OAuth2Error(code, description, CLAUSE), request, client);
	}

	private static String text(HttpServletRequest request, String name) {
		return Objects.toString(request.getParameter(name), "");
	}

}
