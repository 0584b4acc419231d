package dev.quartet.auth.clients;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says for how long an instance may go by what it read of a client: within this time it
 * follows what another instance changed.
 */
@ConfigurationProperties("quartet.clients")
record ClientLookupSettings(@DefaultValue("2s") Duration cachedFor) {

	ClientLookupSettings {
		Assert.isTrue(!cachedFor.isNegative(), "quartet.clients.cached-for must not be negative; 0 switches it off");
	}

}
