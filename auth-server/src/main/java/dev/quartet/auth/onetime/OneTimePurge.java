package dev.quartet.auth.onetime;

import java.time.Duration;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when one-time secrets and remembered values are worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class OneTimePurge {

	/** A used code stays for a while: its replay kills the grant that it bought. */
	@Bean
	ExpiredRows expiredOneTimes(PurgeSettings settings) {
		return ExpiredRows.of("one_time", "expires_at", settings.keep(), "kind", "hash");
	}

	@Bean
	ExpiredRows expiredSeenValues() {
		return ExpiredRows.of("seen", "expires_at", Duration.ZERO, "kind", "hash");
	}

}
