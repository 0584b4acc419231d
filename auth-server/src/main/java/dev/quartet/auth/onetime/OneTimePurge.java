package dev.quartet.auth.onetime;

import java.time.Duration;
import java.util.Arrays;

import dev.quartet.auth.purge.ExpiredRows;
import dev.quartet.auth.purge.PurgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when one-time secrets and remembered values are worth nothing any more. */
@Configuration(proxyBeanMethods = false)
class OneTimePurge {

	/** A used code stays for a while: its replay kills the grant that it bought. */
	@Bean
	ExpiredRows expiredCodes(PurgeSettings settings) {
		return ExpiredRows.of("one_time", "expires_at", settings.keep(), "kind", "hash")
			.where("kind", OneTimeKind.CODE.name(), OneTimeKind.DEVICE_CODE.name());
	}

	/** Anybody may make some of the others, so they go at once. */
	@Bean
	ExpiredRows expiredOneTimes() {
		String[] others = Arrays.stream(OneTimeKind.values())
			.filter((kind) -> kind != OneTimeKind.CODE && kind != OneTimeKind.DEVICE_CODE)
			.map(OneTimeKind::name)
			.toArray(String[]::new);
		return ExpiredRows.of("one_time", "expires_at", Duration.ZERO, "kind", "hash").where("kind", others);
	}

	@Bean
	ExpiredRows expiredSeenValues() {
		return ExpiredRows.of("seen", "expires_at", Duration.ZERO, "kind", "hash");
	}

}
