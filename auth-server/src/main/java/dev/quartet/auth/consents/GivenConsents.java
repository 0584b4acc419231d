package dev.quartet.auth.consents;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person what she has allowed. */
@Component
public class GivenConsents {

	private final Consents consents;

	private final Clock clock;

	GivenConsents(Consents consents, Clock clock) {
		this.consents = consents;
		this.clock = clock;
	}

	/** All that still holds, by client and scope. */
	@Transactional(readOnly = true)
	public List<GivenConsent> of(String userId) {
		Instant now = this.clock.instant();
		return this.consents.find(userId)
			.stream()
			.filter((consent) -> consent.holdsAt(now))
			.map(GivenConsent::of)
			.sorted(Comparator.comparing(GivenConsent::clientId).thenComparing(GivenConsent::scope))
			.toList();
	}

}
