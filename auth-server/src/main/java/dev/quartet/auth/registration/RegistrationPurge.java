package dev.quartet.auth.registration;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when initial access tokens are worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class RegistrationPurge {

	@Bean
	ExpiredRows expiredInitialAccessTokens(PurgeSettings settings) {
		return ExpiredRows.of("initial_access_token", "expires_at", settings.keep(), "hash");
	}

}
