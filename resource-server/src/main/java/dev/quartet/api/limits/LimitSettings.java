package dev.quartet.api.limits;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how often one sender may call this instance.
 *
 * @param perClient calls a second of one client; 0 for as many as it likes
 * @param perPerson calls a second of one person through one client; 0 likewise
 * @param perAddress calls a second without a good token from one address; 0 likewise
 * @param burst for how long the calls of such a time may come all at once
 */
@ConfigurationProperties("quartet.api.limits")
record LimitSettings(@DefaultValue("1000") int perClient, @DefaultValue("100") int perPerson,
		@DefaultValue("200") int perAddress, @DefaultValue("2s") Duration burst) {

	private static final int MOST = 1_000_000;

	private static final Duration LONGEST = Duration.ofMinutes(1);

	LimitSettings {
		check("per-client", perClient);
		check("per-person", perPerson);
		check("per-address", perAddress);
		Assert.isTrue(burst.toSeconds() >= 1 && burst.compareTo(LONGEST) <= 0,
				"quartet.api.limits.burst must be between 1 second and 1 minute");
	}

	Policy clients() {
		return Policy.of("client", perClient, burst);
	}

	Policy people() {
		return Policy.of("person", perPerson, burst);
	}

	Policy addresses() {
		return Policy.of("address", perAddress, burst);
	}

	private static void check(String name, int perSecond) {
		Assert.isTrue(perSecond >= 0 && perSecond <= MOST, "quartet.api.limits." + name + " must be 0 to " + MOST);
	}

}
