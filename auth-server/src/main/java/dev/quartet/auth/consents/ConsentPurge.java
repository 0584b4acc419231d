package dev.quartet.auth.consents;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when a consent is worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class ConsentPurge {

	@Bean
	ExpiredRows expiredConsents(PurgeSettings settings) {
		return ExpiredRows.of("consent", "expires_at", settings.keep(), "user_id", "client_id", "scope");
	}

}
