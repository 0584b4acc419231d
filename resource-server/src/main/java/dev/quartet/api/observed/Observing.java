package dev.quartet.api.observed;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts what watches requests around everything that could refuse one. */
@Configuration(proxyBeanMethods = false)
class Observing {

	@Bean
	FilterRegistrationBean<RequestIds> requestIds() {
		FilterRegistrationBean<RequestIds> filter = new FilterRegistrationBean<>(new RequestIds());
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	FilterRegistrationBean<RefusalCounts> refusalCounts(Routes routes, MeterRegistry meters) {
		FilterRegistrationBean<RefusalCounts> filter = new FilterRegistrationBean<>(new RefusalCounts(routes, meters));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return filter;
	}

	@Bean
	@ConditionalOnBooleanProperty("quartet.api.observed.access-log")
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> accessLog(Routes routes, Environment environment) {
		boolean structured = environment.containsProperty("logging.structured.format.console");
		return (server) -> server.addEngineValves(new AccessLog(routes, structured));
	}

}
