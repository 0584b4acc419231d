package dev.quartet.api.limits;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how often one sender may call this instance.
 *
 * @param perClient calls a second of one client; 0 for as many as it likes
 * @param perAddress calls a second without a good token from one address; 0 likewise
 * @param burst for how long the calls of such a time may come all at once
 */
@ConfigurationProperties("quartet.api.limits")
record LimitSettings(@DefaultValue("1000") int perClient, @DefaultValue("200") int perAddress,
		@DefaultValue("2s") Duration burst) {

	private static final int MOST = 1_000_000;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	LimitSettings {
		Assert.isTrue(perClient >= 0 && perClient <= MOST, "quartet.api.limits.per-client must be 0 to " + MOST);
		Assert.isTrue(perAddress >= 0 && perAddress <= MOST, "quartet.api.limits.per-address must be 0 to " + MOST);
		Assert.isTrue(burst.toSeconds() >= 1 && burst.compareTo(LONGEST) <= 0,
				"quartet.api.limits.burst must be between 1 second and 1 minute");
	}

	Policy clients() {
		return Policy.of("client", perClient, burst);
	}

	Policy addresses() {
		return Policy.of("address", perAddress, burst);
	}

}
