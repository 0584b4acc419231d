package dev.quartet.auth.outbound;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says whether clients may live in this server's own network, over http on this very
 * machine, and how long one of them may keep it waiting.
 */
@ConfigurationProperties("quartet.outbound")
record OutboundSettings(@DefaultValue("false") boolean internalAddresses, @DefaultValue("5s") Duration timeout) {

	OutboundSettings {
		Assert.isTrue(timeout.toMillis() > 0, "quartet.outbound.timeout must be more than nothing");
	}

}
