package dev.quartet.auth.authorizations;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Says how long a grant can be refreshed. */
@ConfigurationProperties("quartet.grants")
record GrantSettings(@DefaultValue("90d") Duration lifetime, @DefaultValue("30d") Duration idle,
		@DefaultValue("10s") Duration grace) {

	Instant idleUntil(Instant now, Instant expiresAt) {
		Instant idleUntil = now.plus(this.idle);
		return idleUntil.isBefore(expiresAt) ? idleUntil : expiresAt;
	}

}
