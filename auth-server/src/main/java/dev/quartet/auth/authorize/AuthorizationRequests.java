package dev.quartet.auth.authorize;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.keys.VerifiedTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Finds what a browser brings to the authorization endpoint: a valid request in its
 * address, or one that was pushed (RFC 9126 §4).
 */
@Component
class AuthorizationRequests {

	private static final String HINT = "id_token_hint";

	/** What the store keeps of the hint of a pushed request. */
	private static final String EXPECTED_SUBJECT = "expected_subject";

	private final PushedAhead pushed;

	private final RegisteredClientRepository clients;

	private final VerifiedTokens tokens;

	AuthorizationRequests(PushedAhead pushed, RegisteredClientRepository clients, VerifiedTokens tokens) {
		this.pushed = pushed;
		this.clients = clients;
		this.tokens = tokens;
	}

	/** Is empty for the answer to a consent page, and for what will be refused anyway. */
	Optional<Wanted> of(HttpServletRequest request) {
		Object valid = request.getAttribute(OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName());
		return Optional.ofNullable(valid)
			.map(OAuth2AuthorizationCodeRequestAuthenticationToken.class::cast)
			.or(() -> pushed(request))
			.flatMap(this::wanted);
	}

	private Optional<OAuth2AuthorizationCodeRequestAuthenticationToken> pushed(HttpServletRequest request) {
		String requestUri = request.getParameter(OAuth2ParameterNames.REQUEST_URI);
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (requestUri == null || person == null) {
			return Optional.empty();
		}
		return this.pushed.find(requestUri, Objects.toString(request.getParameter(OAuth2ParameterNames.CLIENT_ID), ""))
			.map((found) -> new OAuth2AuthorizationCodeRequestAuthenticationToken(found.getAuthorizationUri(),
					found.getClientId(), person, found.getRedirectUri(), found.getState(), found.getScopes(),
					found.getAdditionalParameters()));
	}

	private Optional<Wanted> wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		Map<String, Object> parameters = request.getAdditionalParameters();
		String pushed = Objects.toString(parameters.get(EXPECTED_SUBJECT), null);
		// An expired hint is as good: it says who she is, not that she is here.
		String subject = (parameters.get(HINT) instanceof String hint)
				? this.tokens.idToken(hint).map(JWTClaimsSet::getSubject).orElse(pushed) : pushed;
		return Optional.ofNullable(this.clients.findByClientId(request.getClientId()))
			.map((client) -> new Wanted(request, client, SignInDemand.of(request, client, subject)));
	}

	/** Is who asks for what, and how the person must have signed in for it. */
	record Wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client,
			SignInDemand demand) {
	}

}
