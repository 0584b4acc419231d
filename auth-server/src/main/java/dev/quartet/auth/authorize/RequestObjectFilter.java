package dev.quartet.auth.authorize;

import java.io.IOException;
import java.util.LinkedHashMap;
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
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens request objects, so that everything behind it sees what the client signed in
 * place of what somebody sent (RFC 9101 §6).
 */
class RequestObjectFilter extends OncePerRequestFilter {

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc9101#section-6";

	private static final String REQUEST_URI = "request_uri";

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
		return !this.path.equals(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpServletRequest sent = withoutEmptyAddress(request);
		if (text(sent, RequestObjectReader.PARAMETER).isEmpty()) {
			chain.doFilter(sent, response);
			return;
		}
		SentParameters.keep(sent);
		HttpServletRequest opened;
		try {
			opened = opened(sent);
		}
		catch (OAuth2AuthenticationException refusal) {
			this.refusals.onAuthenticationFailure(sent, response, refusal);
			return;
		}
		chain.doFilter(opened, response);
	}

	// One without a value is omitted (RFC 6749 §3.1), and must not pass for a pushed one.
	private static HttpServletRequest withoutEmptyAddress(HttpServletRequest request) {
		String address = request.getParameter(REQUEST_URI);
		if (address == null || StringUtils.hasText(address)) {
			return request;
		}
		Map<String, List<String>> others = new LinkedHashMap<>(SentParameters.of(request));
		others.remove(REQUEST_URI);
		return new ReplacedParameters(request, others);
	}

	private HttpServletRequest opened(HttpServletRequest request) {
		RegisteredClient authenticated = authenticated();
		RegisteredClient client = (authenticated != null) ? authenticated : named(request);
		if (!text(request, REQUEST_URI).isEmpty()) {
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
