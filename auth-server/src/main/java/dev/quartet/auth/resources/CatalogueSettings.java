package dev.quartet.auth.resources;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says for how long an instance may go by what it read of the scopes: as long as of the
 * clients that ask for them.
 */
@ConfigurationProperties("quartet.clients")
record CatalogueSettings(@DefaultValue("2s") Duration cachedFor) {
}
