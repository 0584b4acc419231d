package dev.quartet.app.registry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Makes the registry of what the configuration says at start. */
@Configuration(proxyBeanMethods = false)
class Registry {

	@Bean
	Providers providers(ConfigurableEnvironment environment) {
		return new RegistryReader(environment).read();
	}

}
