package dev.quartet.auth.protocol;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how many wrong credentials from one address are put up with in a minute.
 */
@ConfigurationProperties("quartet.client-guesses")
record GuessSettings(@DefaultValue("30") int perMinute) {

	GuessSettings {
		Assert.isTrue(perMinute > 0, "quartet.client-guesses.per-minute must be more than 0");
	}

}
