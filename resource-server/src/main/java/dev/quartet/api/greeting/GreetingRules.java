package dev.quartet.api.greeting;

import java.time.Duration;

import dev.quartet.api.access.ScopeRule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares that one of the greetings is for people who have just signed in. */
@Configuration(proxyBeanMethods = false)
class GreetingRules {

	@Bean
	ScopeRule greetingFreshPeople() {
		return ScopeRule.reading("/protected/fresh").andFreshSignIn(Duration.ofMinutes(5));
	}

}
