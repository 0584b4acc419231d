package dev.quartet.auth.device;

import java.time.Duration;

import dev.quartet.auth.purge.ExpiredRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when a person's wrong codes are forgotten. */
@Configuration(proxyBeanMethods = false)
class DevicePurge {

	@Bean
	ExpiredRows forgottenWrongCodes() {
		return ExpiredRows.of("wrong_user_code", "counted_until", Duration.ZERO, "user_id");
	}

}
