package dev.quartet.auth.authorize;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.authorizations.ClaimsParameter;
import dev.quartet.auth.keys.VerifiedTokens;
import dev.quartet.auth.subjects.Subjects;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

	private final Subjects subjects;

	AuthorizationRequests(PushedAhead pushed, RegisteredClientRepository clients, VerifiedTokens tokens,
			Subjects subjects) {
		this.pushed = pushed;
		this.clients = clients;
		this.tokens = tokens;
		this.subjects = subjects;
	}

	/** Is empty for the answer to a consent page, and for what will be refused anyway. */
	Optional<Wanted> of(HttpServletRequest request) {
		Object valid = request.getAttribute(OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName());
		return Optional.ofNullable(valid)
			.map(OAuth2AuthorizationCodeRequestAuthenticationToken.class::cast)
			.flatMap((found) -> wanted(found, hinted(found)))
			.or(() -> pushed(request).flatMap((found) -> wanted(found, kept(found))));
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

	private Optional<Wanted> wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request, Optional<String> hint) {
		return Optional.ofNullable(this.clients.findByClientId(request.getClientId()))
			.map((client) -> new Wanted(request, client,
					SignInDemand.of(request, client, expected(request, client, hint))));
	}

	// Both may be there, and then both must be met.
	private @Nullable Set<String> expected(OAuth2AuthorizationCodeRequestAuthenticationToken request,
			RegisteredClient client, Optional<String> hint) {
		Optional<Set<String>> hinted = hint.map(this.subjects::userId).map(Set::of);
		Optional<Set<String>> named = ClaimsParameter.of(request.getAdditionalParameters(), request.getScopes())
			.subjects()
			.map((subjects) -> known(client, subjects));
		return Stream.of(hinted, named)
			.flatMap(Optional::stream)
			.reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
			.orElse(null);
	}

	private Set<String> known(RegisteredClient client, Set<String> subjects) {
		return subjects.stream()
			.flatMap((subject) -> this.subjects.userId(client, subject).stream())
			.collect(Collectors.toSet());
	}

	// An expired hint is as good: it says who she is, not that she is here.
	private Optional<String> hinted(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return (request.getAdditionalParameters().get(HINT) instanceof String hint)
				? this.tokens.idToken(hint).map(JWTClaimsSet::getSubject) : Optional.empty();
	}

	// Only the store may say so: in an address it would be anybody's guess.
	private static Optional<String> kept(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return Optional.ofNullable(request.getAdditionalParameters().get(EXPECTED_SUBJECT)).map(Object::toString);
	}

	/** Is who asks for what, and how the person must have signed in for it. */
	record Wanted(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client,
			SignInDemand demand) {
	}

}
