package dev.quartet.app.experiments;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says where the API is.
 *
 * @param url its address
 * @param provider the registry's name of the provider whose tokens it takes
 */
@ConfigurationProperties("quartet.api")
record ApiSide(String url, String provider) {
}
