package dev.quartet.auth.keys;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says when keys change.
 *
 * @param rotateEvery how long a key signs
 * @param announceBefore how long a key is published before it signs: longer than anybody
 * who validates tokens keeps a key set
 * @param keepAfter how long a key stays published after its last signature: longer than
 * any token lives, and as long as an expired ID token should serve as a logout hint
 * @param refreshEvery how soon an instance notices what another one did
 */
@ConfigurationProperties("quartet.keys")
record RotationSettings(@DefaultValue("90d") Duration rotateEvery, @DefaultValue("1d") Duration announceBefore,
		@DefaultValue("1d") Duration keepAfter, @DefaultValue("2s") Duration refreshEvery) {

	// Access and ID tokens live five minutes; the rest is for clocks that disagree.
	static final Duration SHORTEST_KEEPING = Duration.ofMinutes(10);

	private static final Duration LONGEST_REFRESHING = Duration.ofMinutes(1);

	RotationSettings {
		Assert.isTrue(refreshEvery.toMillis() > 0 && refreshEvery.compareTo(LONGEST_REFRESHING) <= 0,
				"quartet.keys.refresh-every must be more than nothing and at most a minute");
		// Every instance must have seen a key before one of them signs with it.
		Assert.isTrue(announceBefore.compareTo(refreshEvery.multipliedBy(2)) >= 0,
				"quartet.keys.announce-before must be at least twice quartet.keys.refresh-every");
		Assert.isTrue(rotateEvery.compareTo(refreshEvery.multipliedBy(2)) >= 0,
				"quartet.keys.rotate-every must be at least twice quartet.keys.refresh-every");
		Assert.isTrue(keepAfter.compareTo(SHORTEST_KEEPING) >= 0,
				"quartet.keys.keep-after must be at least 10 minutes, because tokens live 5");
	}

}
