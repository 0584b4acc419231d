package dev.quartet.auth.authorizations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Says how long a grant can be refreshed. */
@ConfigurationProperties("quartet.grants")
record GrantSettings(@DefaultValue("90d") Duration lifetime, @DefaultValue("30d") Duration idle,
		@DefaultValue("10s") Duration grace) {

	/** One part in a hundred: refreshes within it need not touch the index of the end. */
	private static final int PRECISION = 100;

	/** The end of a grant that is made now, if its person set no earlier one. */
	Instant expiresAt(Instant now, Optional<Instant> until) {
		Instant end = now.plus(this.lifetime);
		return until.filter(end::isAfter).orElse(end);
	}

	/** The end of a grant that is used now and never again, a little rounded up. */
	Instant idleUntil(Instant now) {
		long step = Math.max(1, this.idle.toMillis() / PRECISION);
		long end = now.plus(this.idle).toEpochMilli();
		return Instant.ofEpochMilli(end + Math.floorMod(-end, step));
	}

}
