package dev.quartet.auth.consents;

import java.time.Instant;
import java.util.Optional;

/**
 * Is one permission that a person has given to a client and that still holds.
 *
 * @param resource the identifier of the API that it opens; empty for what is told of her
 * @param how the way she was asked: browser or device
 */
public record GivenConsent(String clientId, String scope, Optional<String> resource, Instant grantedAt,
		Optional<Instant> expiresAt, HowLong howLong, String how, Optional<Instant> lastUsedAt,
		Optional<String> lastUsedBy) {

	static GivenConsent of(Consent consent) {
		return new GivenConsent(consent.clientId(), consent.scope(), consent.resource(), consent.grantedAt(),
				consent.expiresAt(), consent.howLong(), consent.how(), consent.lastUsedAt(), consent.lastUsedBy());
	}

}
