package dev.quartet.api.access.proof;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says under which address clients call this API.
 *
 * @param resource its identifier, which is where its paths begin
 */
@ConfigurationProperties("quartet.api")
record ProtectedResource(URI resource) {
}
