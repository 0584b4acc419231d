package dev.quartet.auth.logout;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how clients are told of a sign-out.
 *
 * @param sendEvery how long the sender rests when nothing is due
 * @param giveUpAfter for how long it tries to reach a client
 */
@ConfigurationProperties("quartet.logout")
record LogoutSettings(@DefaultValue("1s") Duration sendEvery, @DefaultValue("1d") Duration giveUpAfter) {

	LogoutSettings {
		Assert.isTrue(sendEvery.toMillis() > 0, "quartet.logout.send-every must be more than nothing");
		Assert.isTrue(giveUpAfter.toMillis() > 0, "quartet.logout.give-up-after must be more than nothing");
	}

}
