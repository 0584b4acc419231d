package dev.quartet.auth.authorize;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.authorizations.ClaimsParameter;
import dev.quartet.auth.keys.VerifiedTokens;
import dev.quartet.auth.subjects.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
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

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private static final String HINT = "id_token_hint";

	/** What the store keeps of the hint of a pushed request. */
	private static final String EXPECTED_SUBJECT = "expected_subject";

	/** The id of no person. */
	private static final String NOBODY = "";

	private final OAuth2AuthorizationService authorizations;

	private final RegisteredClientRepository clients;

	private final VerifiedTokens tokens;

	private final Subjects subjects;

	AuthorizationRequests(OAuth2AuthorizationService authorizations, RegisteredClientRepository clients,
			VerifiedTokens tokens, Subjects subjects) {
		this.authorizations = authorizations;
		this.clients = clients;
		this.tokens = tokens;
		this.subjects = subjects;
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
		if (requestUri == null || !requestUri.startsWith(ForeignRequestUri.OURS) || person == null) {
			return Optional.empty();
		}
		String handle = requestUri.substring(ForeignRequestUri.OURS.length());
		return Optional.ofNullable(this.authorizations.findByToken(handle, STATE))
			.map((found) -> found.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
			.filter((found) -> found.getClientId().equals(request.getParameter(OAuth2ParameterNames.CLIENT_ID)))
			.map((found) -> new OAuth2AuthorizationCodeRequestAuthenticationToken(found.getAuthorizationUri(),
					found.getClientId(), person, found.getRedirectUri(), found.getState(), found.getScopes(),
					found.getAdditionalParameters()));
	}

	private Optional<Wanted> wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return Optional.ofNullable(this.clients.findByClientId(request.getClientId()))
			.map((client) -> new Wanted(request, client, SignInDemand.of(request, client, expected(request, client))));
	}

	// Both may be there, and then both must be met.
	private Set<String> expected(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client) {
		Map<String, Object> parameters = request.getAdditionalParameters();
		Set<String> expected = new HashSet<>();
		hinted(parameters).map(this.subjects::userId).ifPresent(expected::add);
		String named = ClaimsParameter.of(parameters, request.getScopes()).subject();
		if (named != null) {
			expected.add(this.subjects.userId(client, named).orElse(NOBODY));
		}
		return expected;
	}

	// An expired hint is as good: it says who she is, not that she is here.
	private Optional<String> hinted(Map<String, Object> parameters) {
		Optional<String> pushed = Optional.ofNullable(parameters.get(EXPECTED_SUBJECT)).map(Object::toString);
		return (parameters.get(HINT) instanceof String hint)
				? this.tokens.idToken(hint).map(JWTClaimsSet::getSubject).or(() -> pushed) : pushed;
	}

	/** Is who asks for what, and how the person must have signed in for it. */
	record Wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client,
			SignInDemand demand) {
	}

}
