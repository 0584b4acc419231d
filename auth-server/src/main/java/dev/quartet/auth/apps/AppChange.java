package dev.quartet.auth.apps;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.quartet.auth.consents.GivenConsent;

/**
 * Is what shall become of a connected application: less, or for a shorter time, and never
 * more.
 *
 * @param stay the scopes that stay; empty where all do
 * @param expiresAt when all of it ends; empty where that stays as it is
 */
record AppChange(String clientId, Optional<Set<String>> stay, Optional<Instant> expiresAt) {

	/** Who she is goes with the last of the rest, as on the page. */
	private static final String IDENTITY = "openid";

	private static final Duration FAR_AWAY = Duration.ofDays(3650);

	/** What is taken back. */
	Set<String> takenFrom(ConnectedApp app) {
		Set<String> given = app.consents().stream().map(GivenConsent::scope).collect(Collectors.toSet());
		Set<String> gone = new TreeSet<>(given);
		this.stay.ifPresent((stay) -> {
			if (!given.containsAll(stay)) {
				throw ApiRefused.request("scope must name only what the application may do now");
			}
			gone.removeAll(stay);
			gone.remove(IDENTITY);
		});
		return this.stay.isPresent() ? gone : Set.of();
	}

	/** When it ends by itself. */
	Optional<Instant> end(ConnectedApp app, Instant now) {
		// as exact as any database keeps it, so that saying it twice says the same
		Optional<Instant> end = this.expiresAt.map((time) -> time.truncatedTo(ChronoUnit.MILLIS));
		end.ifPresent((until) -> {
			if (!until.isAfter(now) || until.isAfter(now.plus(FAR_AWAY))) {
				throw ApiRefused.request("expires_at must lie in the next ten years; to end it now, DELETE it");
			}
			if (app.consents().stream().noneMatch((consent) -> lasts(consent, until))) {
				throw ApiRefused.request("expires_at must not be later than it is now");
			}
		});
		return end;
	}

	private static boolean lasts(GivenConsent consent, Instant until) {
		return consent.expiresAt().map((end) -> !end.isBefore(until)).orElse(true);
	}

}
