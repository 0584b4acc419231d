package dev.quartet.auth.consents;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.onetime.ClaimsOnce;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Decides what the answer to a consent page buys. The framework's own provider adds
 * earlier scopes to every answer, so with it a refusal can grant and unticking cannot
 * narrow.
 */
@Component
public class ConsentAnswers {

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private static final int CODE_BYTES = 32;

	private final OAuth2AuthorizationService authorizations;

	private final RegisteredClientRepository clients;

	private final JpaConsents consents;

	private final SecureRandom random;

	private final Clock clock;

	ConsentAnswers(OAuth2AuthorizationService authorizations, RegisteredClientRepository clients, JpaConsents consents,
			SecureRandom random, Clock clock) {
		this.authorizations = authorizations;
		this.clients = clients;
		this.consents = consents;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Gives the code for what was ticked, or refuses: the page was answered before,
	 * belongs to somebody else, more came back than was shown, or she denied.
	 */
	@ClaimsOnce
	public Authentication accept(OAuth2AuthorizationConsentAuthenticationToken answer) {
		OAuth2Authorization pending = pending(answer);
		RegisteredClient client = client(answer, pending);
		OAuth2AuthorizationRequest request = request(pending);
		Set<String> allowed = new HashSet<>(answer.getScopes());
		Set<String> asked = AskedScopes.of(request, client);
		if (!asked.containsAll(allowed)) {
			throw ConsentRefusals.tampered(request, person(answer));
		}
		if (denies(answer, request)) {
			this.authorizations.remove(pending);
			this.consents.denied(answer.getName(), client.getId());
			throw ConsentRefusals.denied(request, person(answer));
		}
		OAuth2AuthorizationCode code = code(client);
		Set<String> granted = new HashSet<>(allowed);
		granted.retainAll(request.getScopes());
		this.authorizations.save(OAuth2Authorization.from(pending)
			.authorizedScopes(granted)
			.token(code)
			.attribute(NamedClaims.class.getName(), claims(pending, allowed))
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE))
			.build());
		// Only now: whoever lost the race for this page has been refused by the save.
		this.consents.remember(answer.getName(), client.getId(), asked, allowed);
		return new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
				client.getClientId(), person(answer), code, request.getRedirectUri(), request.getState(), granted);
	}

	// What stands for them she has just allowed, or not.
	private static NamedClaims claims(OAuth2Authorization pending, Set<String> allowed) {
		NamedClaims asked = pending.getAttribute(NamedClaims.class.getName());
		return (asked != null) ? asked.within(allowed) : NamedClaims.NONE;
	}

	private static boolean denies(OAuth2AuthorizationConsentAuthenticationToken answer,
			OAuth2AuthorizationRequest request) {
		boolean nothingTicked = answer.getScopes().isEmpty() && !request.getScopes().isEmpty();
		return nothingTicked || answer.getAdditionalParameters().containsKey("deny");
	}

	private OAuth2Authorization pending(OAuth2AuthorizationConsentAuthenticationToken answer) {
		OAuth2Authorization pending = this.authorizations.findByToken(answer.getState(), STATE);
		if (pending == null || !person(answer).isAuthenticated()
				|| !answer.getName().equals(pending.getPrincipalName())) {
			throw ConsentRefusals.expired();
		}
		return pending;
	}

	private RegisteredClient client(OAuth2AuthorizationConsentAuthenticationToken answer, OAuth2Authorization pending) {
		RegisteredClient client = this.clients.findByClientId(answer.getClientId());
		if (client == null || !client.getId().equals(pending.getRegisteredClientId())) {
			throw ConsentRefusals.expired();
		}
		return client;
	}

	private static OAuth2AuthorizationRequest request(OAuth2Authorization pending) {
		OAuth2AuthorizationRequest request = pending.getAttribute(OAuth2AuthorizationRequest.class.getName());
		// A pushed request has no person, a device's has no request: neither has a page
		// here.
		if (request == null || pending.getAttribute(SignIn.class.getName()) == null) {
			throw ConsentRefusals.expired();
		}
		return request;
	}

	private static Authentication person(OAuth2AuthorizationConsentAuthenticationToken answer) {
		return (Authentication) answer.getPrincipal();
	}

	private OAuth2AuthorizationCode code(RegisteredClient client) {
		byte[] code = new byte[CODE_BYTES];
		this.random.nextBytes(code);
		Instant now = this.clock.instant();
		return new OAuth2AuthorizationCode(Base64.getUrlEncoder().withoutPadding().encodeToString(code), now,
				now.plus(client.getTokenSettings().getAuthorizationCodeTimeToLive()));
	}

}
