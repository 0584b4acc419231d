package dev.quartet.auth.onetime;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Switches on that {@link ClaimsOnce} tries again. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class OneTimeConfiguration {

}
