package dev.quartet.auth.seed;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.SmartLifecycle;

/**
 * Adds what lies between the tests of this slice and the database, but nothing that acts
 * at start.
 */
@TestConfiguration
@ComponentScan(basePackages = { "dev.quartet.auth.audit", "dev.quartet.auth.clients", "dev.quartet.auth.onetime",
		"dev.quartet.auth.resources", "dev.quartet.auth.seed", "dev.quartet.auth.setup", "dev.quartet.auth.users" },
		excludeFilters = { @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SmartLifecycle.class),
				@Filter(TestConfiguration.class) })
class StoreConfiguration {

}
