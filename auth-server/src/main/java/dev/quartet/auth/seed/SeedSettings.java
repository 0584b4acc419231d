package dev.quartet.auth.seed;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Names the seed files, and the address that decides whether the demo may run. */
@ConfigurationProperties("quartet")
record SeedSettings(URI issuer, @DefaultValue List<String> seed) {
}
