package dev.quartet.app.recording;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Tells the calls to the API from those to a provider. */
@ConfigurationProperties("quartet.api")
record ApiAddress(String url) {
}
