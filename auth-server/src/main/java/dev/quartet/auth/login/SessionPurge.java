package dev.quartet.auth.login;

import java.time.Duration;

import dev.quartet.auth.purge.ExpiredRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Says when a browser session is worth nothing any more. Spring Session's own clean-up is
 * one statement for all of them, on every instance: it is switched off.
 */
@Configuration(proxyBeanMethods = false)
class SessionPurge {

	@Bean
	ExpiredRows expiredSessions() {
		return ExpiredRows.inMillis("spring_session", "expiry_time", Duration.ZERO, "primary_id");
	}

}
