package dev.quartet.api.web;

import java.util.Set;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the rules for other origins before the security filters, if there are any. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

	@Bean
	FilterRegistrationBean<CrossOriginRules> crossOriginRules(CrossOriginSettings settings) {
		FilterRegistrationBean<CrossOriginRules> filter = new FilterRegistrationBean<>(
				new CrossOriginRules(Set.copyOf(settings.origins())));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		filter.setEnabled(!settings.origins().isEmpty());
		return filter;
	}

}
