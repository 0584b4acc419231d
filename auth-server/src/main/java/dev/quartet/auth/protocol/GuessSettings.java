package dev.quartet.auth.protocol;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says how many wrong credentials are put up with in a minute: for one client from one
 * address, and for all clients from one address.
 */
@ConfigurationProperties("quartet.client-guesses")
record GuessSettings(@DefaultValue("20") int perClient, @DefaultValue("100") int perAddress) {

	GuessSettings {
		Assert.isTrue(perClient > 0 && perAddress > 0, "quartet.client-guesses.* must be more than 0");
	}

}
