package dev.quartet.auth.authorizations;

import java.time.Duration;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when grants and opaque tokens are worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class AuthorizationPurge {

	@Bean
	ExpiredRows expiredGrants(PurgeSettings settings) {
		return ExpiredRows.of("authorization_grant", "idle_until", settings.keep(), "id");
	}

	@Bean
	ExpiredRows expiredAccessTokens() {
		return ExpiredRows.of("access_token", "expires_at", Duration.ZERO, "hash");
	}

	@Bean
	ExpiredRows expiredDevicePolls() {
		return ExpiredRows.of("device_poll", "expires_at", Duration.ZERO, "hash");
	}

}
