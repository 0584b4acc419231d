package dev.quartet.api.observed;

import dev.quartet.api.access.ScopeRule;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets machines alone read the meters, where they are exposed at all. */
@Configuration(proxyBeanMethods = false)
class MetricsRules {

	private static final String SCOPE = "metrics:read";

	@Bean
	@ConditionalOnAvailableEndpoint(MetricsEndpoint.class)
	ScopeRule readingMetrics(WebEndpointProperties endpoints) {
		return ScopeRule.reading(endpoints.getBasePath() + "/metrics/**", SCOPE).forMachines();
	}

	@Bean
	@ConditionalOnAvailableEndpoint(PrometheusScrapeEndpoint.class)
	ScopeRule scrapingMetrics(WebEndpointProperties endpoints) {
		return ScopeRule.reading(endpoints.getBasePath() + "/prometheus", SCOPE).forMachines();
	}

}
