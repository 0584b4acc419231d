package dev.quartet.auth.consents;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.authorizations.NamedClaims;
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

	private final Offers offers;

	private final ConsentDecisions decisions;

	private final SecureRandom random;

	private final Clock clock;

	ConsentAnswers(OAuth2AuthorizationService authorizations, Offers offers, ConsentDecisions decisions,
			SecureRandom random, Clock clock) {
		this.authorizations = authorizations;
		this.offers = offers;
		this.decisions = decisions;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Gives the code for what was ticked, or refuses: the page was answered before,
	 * belongs to somebody else or another session, more came back than was shown, or she
	 * denied. What she was not shown as it is now, she is shown again.
	 */
	@ClaimsOnce
	public Authentication accept(OAuth2AuthorizationConsentAuthenticationToken answer) {
		OAuth2Authorization pending = pending(answer);
		OAuth2AuthorizationRequest request = Offers.request(pending);
		ConsentController.speak(request);
		Offer offer = this.offers.of(pending, person(answer));
		if (!offer.client().getClientId().equals(answer.getClientId())) {
			throw ConsentRefusals.expired();
		}
		ConsentForm form = ConsentForm.of(answer, offer);
		if (form.isMoreThan(offer)) {
			throw ConsentRefusals.tampered(request, person(answer));
		}
		if (form.denies()) {
			this.authorizations.remove(pending);
			this.decisions.deny(answer.getName(), offer.client().getId(), offer.asked());
			throw ConsentRefusals.denied(request, person(answer));
		}
		form.problem(offer).ifPresent((note) -> {
			throw new ConsentAskedAgain(answer.getState(), note);
		});
		return allow(answer, pending, offer, form);
	}

	private Authentication allow(OAuth2AuthorizationConsentAuthenticationToken answer, OAuth2Authorization pending,
			Offer offer, ConsentForm form) {
		OAuth2AuthorizationRequest request = Offers.request(pending);
		OAuth2AuthorizationCode code = code(offer.client());
		Set<String> granted = new HashSet<>(form.allowed());
		granted.retainAll(request.getScopes());
		this.authorizations.save(OAuth2Authorization.from(pending)
			.authorizedScopes(granted)
			.token(code)
			.attribute(NamedClaims.class.getName(), claims(pending, form.allowed()))
			.attributes((attributes) -> attributes.remove(OAuth2ParameterNames.STATE))
			.build());
		// Only now: whoever lost the race for this page has been refused by the save.
		this.decisions.allow(new Allowance(answer.getName(), offer.client(), offer.asked(), form.allowed(),
				form.howLong(), ConsentRules.session(person(answer)), offer.redirectUri()));
		return new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
				offer.client().getClientId(), person(answer), code, request.getRedirectUri(), request.getState(),
				granted);
	}

	// What stands for them she has just allowed, or not.
	private static NamedClaims claims(OAuth2Authorization pending, Set<String> allowed) {
		NamedClaims asked = pending.getAttribute(NamedClaims.class.getName());
		return (asked != null) ? asked.within(allowed) : NamedClaims.NONE;
	}

	// A pushed request has no person, a device's has no request: neither has a page here.
	private OAuth2Authorization pending(OAuth2AuthorizationConsentAuthenticationToken answer) {
		OAuth2Authorization pending = this.authorizations.findByToken(answer.getState(), STATE);
		if (pending == null || !person(answer).isAuthenticated() || !answer.getName().equals(pending.getPrincipalName())
				|| pending.getAttribute(OAuth2AuthorizationRequest.class.getName()) == null
				|| !ConsentController.isOfThisSession(pending, person(answer))) {
			throw ConsentRefusals.expired();
		}
		return pending;
	}

	private static Authentication person(OAuth2AuthorizationConsentAuthenticationToken answer) {
		return (Authentication) Objects.requireNonNull(answer.getPrincipal());
	}

	private OAuth2AuthorizationCode code(RegisteredClient client) {
		byte[] code = new byte[CODE_BYTES];
		this.random.nextBytes(code);
		Instant now = this.clock.instant();
		return new OAuth2AuthorizationCode(Base64.getUrlEncoder().withoutPadding().encodeToString(code), now,
				now.plus(client.getTokenSettings().getAuthorizationCodeTimeToLive()));
	}

}
