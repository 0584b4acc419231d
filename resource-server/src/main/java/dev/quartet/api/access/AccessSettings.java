package dev.quartet.api.access;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says whose tokens this API accepts and under which identifier it is known.
 *
 * @param issuer the only issuer, compared character by character with {@code iss}
 * @param resource this API's identifier (RFC 8707), expected in {@code aud}
 * @param jwksUri where the issuer's keys are; when absent its metadata says so
 * @param clockSkew how far the clocks of issuer and API may differ
 */
@ConfigurationProperties("quartet.api")
public record AccessSettings(String issuer, String resource, @Nullable URI jwksUri,
		@DefaultValue("30s") Duration clockSkew) {

	private static final Duration MAX_SKEW = Duration.ofMinutes(5);

	private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

	public AccessSettings {
		requireWebAddress("quartet.api.issuer", URI.create(issuer));
		requireWebAddress("quartet.api.resource", URI.create(resource));
		if (jwksUri != null) {
			requireWebAddress("quartet.api.jwks-uri", jwksUri);
		}
		Assert.isTrue(!clockSkew.isNegative() && clockSkew.compareTo(MAX_SKEW) <= 0,
				"quartet.api.clock-skew must be between 0 and 5 minutes");
	}

	// The well-known part goes between host and path (RFC 9728 §3.1).
	String metadataAddress() {
		URI uri = URI.create(resource);
		String path = "/".equals(uri.getRawPath()) ? "" : uri.getRawPath();
		return uri.getScheme() + "://" + uri.getRawAuthority() + WELL_KNOWN + path;
	}

	private static void requireWebAddress(String name, URI value) {
		boolean web = "https".equals(value.getScheme()) || "http".equals(value.getScheme());
		Assert.isTrue(web && value.getHost() != null && value.getRawQuery() == null && value.getRawFragment() == null,
				() -> name + " must be an http(s) address without query and fragment, but is: " + value);
	}

}
