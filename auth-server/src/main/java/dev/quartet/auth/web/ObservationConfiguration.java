package dev.quartet.auth.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Keeps Spring Security from observing each of its filters on each request: nobody reads
 * that, and it costs an eighth of the processor at the token endpoint.
 */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

}
