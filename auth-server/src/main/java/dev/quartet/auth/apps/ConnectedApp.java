package dev.quartet.auth.apps;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.consents.GivenConsent;

/**
 * Is what a person has allowed one client, and what the client made of it.
 *
 * @param consents what it may do; none where its owner decided that nobody is asked
 * @param grants what it holds now: a sign-in or a device each
 * @param disused the scopes that it has not used for long
 */
record ConnectedApp(String clientId, List<GivenConsent> consents, List<GrantView> grants, List<String> disused) {

	Instant since() {
		return Stream
			.concat(this.consents.stream().map(GivenConsent::grantedAt), this.grants.stream().map(GrantView::createdAt))
			.min(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
	}

	/** When the first of it ends by itself; empty where she has to end it. */
	Optional<Instant> until() {
		return this.consents.stream().flatMap((consent) -> consent.expiresAt().stream()).min(Comparator.naturalOrder());
	}

	Optional<Instant> lastUsedAt() {
		return this.consents.stream()
			.flatMap((consent) -> consent.lastUsedAt().stream())
			.max(Comparator.naturalOrder());
	}

	boolean isOffline() {
		return this.grants.stream().anyMatch(GrantView::offline);
	}

}
