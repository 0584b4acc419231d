package dev.quartet.api.access.proof;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Says under which address clients call this API.
 *
 * @param resource its identifier, which is where its paths begin
 */
@ConfigurationProperties("quartet.api")
record ProtectedResource(URI resource) {

	ProtectedResource {
		boolean web = "https".equals(resource.getScheme()) || "http".equals(resource.getScheme());
		Assert.isTrue(web && resource.getHost() != null,
				() -> "quartet.api.resource must be an http(s) address, but is: " + resource);
	}

}
