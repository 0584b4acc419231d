package dev.quartet.api.uses;

import java.time.Clock;

import dev.quartet.api.access.AccessSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up how the issuer learns which permissions are used. */
@Configuration(proxyBeanMethods = false)
class UseReporting {

	private static final int MOST_WAITING = 20_000;

	@Bean
	UsedScopes usedScopes(AccessSettings access, ReportSettings settings, Clock clock) {
		return new UsedScopes(access.issuer(), settings.areComplete() ? MOST_WAITING : 0, clock);
	}

	@Bean
	UseReporter useReporter(UsedScopes used, AccessSettings access, ReportSettings settings, Clock clock) {
		return new UseReporter(used, new UsesEndpoint(access, settings), settings, clock);
	}

}
