package dev.quartet.auth.onetime;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when one-time secrets and remembered values are worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class OneTimePurge {

	private static final EnumSet<OneTimeKind> REPLAYED = EnumSet.of(OneTimeKind.CODE, OneTimeKind.DEVICE_CODE);

	/** A used code stays for a while: its replay kills the grant that it bought. */
	@Bean
	ExpiredRows expiredCodes(PurgeSettings settings) {
		return oneTimes(settings.keep(), REPLAYED);
	}

	/** Anybody may make some of the others, so they go at once. */
	@Bean
	ExpiredRows expiredOneTimes() {
		return oneTimes(Duration.ZERO, EnumSet.complementOf(REPLAYED));
	}

	@Bean
	ExpiredRows expiredSeenValues() {
		return ExpiredRows.of("seen", "expires_at", Duration.ZERO, "kind", "hash");
	}

	private static ExpiredRows oneTimes(Duration keep, Set<OneTimeKind> kinds) {
		return ExpiredRows.of("one_time", "expires_at", keep, "kind", "hash")
			.where("kind", kinds.stream().map(OneTimeKind::name).toList());
	}

}
