package dev.quartet.api.limits;

import com.github.benmanes.caffeine.cache.Ticker;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the limit right behind the security filters, which know the client. */
@Configuration(proxyBeanMethods = false)
class RateLimiting {

	// The time of a machine that corrects its clock goes back; this one does not.
	@Bean
	RateLimit rateLimit(LimitSettings settings, JsonMapper json) {
		return new RateLimit(settings, Ticker.systemTicker(), json);
	}

	@Bean
	FilterRegistrationBean<RateLimitFilter> rateLimitFilter(RateLimit limit) {
		FilterRegistrationBean<RateLimitFilter> filter = new FilterRegistrationBean<>(new RateLimitFilter(limit));
		filter.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
		return filter;
	}

}
