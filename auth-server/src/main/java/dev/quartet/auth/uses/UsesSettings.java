package dev.quartet.auth.uses;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how uses of permissions are written down, and after which disuse something
 * happens.
 *
 * @param writeEvery how long a use waits in memory at most
 * @param mostWaiting how many uses wait at a time; further ones are not counted
 * @param suggestAfter after which disuse a person is asked whether she still wants it
 * @param expireAfter after which disuse a permission is taken back; absent for never
 */
@ConfigurationProperties("quartet.uses")
record UsesSettings(@DefaultValue("5s") Duration writeEvery, @DefaultValue("20000") int mostWaiting,
		@DefaultValue("45d") Duration suggestAfter, @Nullable Duration expireAfter) {

	private static final Duration SHORTEST_DISUSE = Duration.ofDays(1);

	UsesSettings {
		Assert.isTrue(writeEvery.toMillis() > 0, "quartet.uses.write-every must be more than nothing");
		Assert.isTrue(mostWaiting > 0, "quartet.uses.most-waiting must be at least 1");
		Assert.isTrue(suggestAfter.compareTo(SHORTEST_DISUSE) >= 0,
				"quartet.uses.suggest-after must be at least 1 day");
		Assert.isTrue(expireAfter == null || expireAfter.compareTo(SHORTEST_DISUSE) >= 0,
				"quartet.uses.expire-after must be at least 1 day, or empty");
	}

	Optional<Duration> expiry() {
		return Optional.ofNullable(this.expireAfter);
	}

}
