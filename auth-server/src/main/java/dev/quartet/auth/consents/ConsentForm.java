package dev.quartet.auth.consents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Is what a person sent from the page of an offer.
 *
 * @param allowed the scopes that she allows, none where she denies
 * @param shown the digest of the offer that she saw
 */
record ConsentForm(boolean denies, Set<String> allowed, HowLong howLong, String shown) {

	static final String SHOWN = "shown";

	static final String DURATION = "duration";

	private static final String ALLOW = "allow";

	private static final String DENY = "deny";

	static ConsentForm of(OAuth2AuthorizationConsentAuthenticationToken answer, Offer offer) {
		return of(answer.getScopes(), answer.getAdditionalParameters(), offer);
	}

	/**
	 * @param fields everything else that was sent
	 */
	static ConsentForm of(Collection<String> scopes, Map<String, ?> fields, Offer offer) {
		HowLong howLong = HowLong.of(text(fields, DURATION))
			.filter(offer.terms().offered()::contains)
			.orElse(offer.terms().offered().get(0));
		boolean denies = fields.containsKey(DENY) || (scopes.isEmpty() && !fields.containsKey(ALLOW));
		Set<String> allowed = new HashSet<>(scopes);
		// What ends within the hour, or with her session, does not go on while she is
		// away.
		if (howLong.compareTo(HowLong.SESSION) <= 0) {
			allowed.remove(Offer.OFFLINE_ACCESS);
		}
		return new ConsentForm(denies, denies ? Set.of() : allowed, howLong, text(fields, SHOWN));
	}

	/** Whether something came back that was not shown. */
	boolean isMoreThan(Offer offer) {
		return !offer.asked().containsAll(this.allowed);
	}

	/** What keeps this yes from counting. */
	Optional<ConsentNote> problem(Offer offer) {
		byte[] seen = this.shown.getBytes(StandardCharsets.UTF_8);
		if (!MessageDigest.isEqual(offer.digest().getBytes(StandardCharsets.UTF_8), seen)) {
			return Optional.of(ConsentNote.OUTDATED);
		}
		return this.allowed.isEmpty() ? Optional.of(ConsentNote.NOTHING) : Optional.empty();
	}

	private static String text(Map<String, ?> fields, String name) {
		return (fields.get(name) instanceof String value) ? value : "";
	}

}
