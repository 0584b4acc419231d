package dev.quartet.auth.protocol;

import java.net.URI;

import dev.quartet.auth.authorizations.GrantRequest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Says under which name this server signs: the issuer, one name in browser, container and
 * host.
 */
@ConfigurationProperties("quartet")
record ProtocolSettings(String issuer) {

	ProtocolSettings {
		Assert.isTrue(!issuer.endsWith("/"), "QUARTET_ISSUER must not end with a slash");
		// The pages and the key set live at the root; a path would promise addresses that
		// do not answer.
		Assert.isTrue(URI.create(issuer).getRawPath().isEmpty(), "QUARTET_ISSUER must have no path");
	}

	/** The audience of a token with which a client manages its grants. */
	String grants() {
		return this.issuer + GrantRequest.PATH;
	}

	/** The audience of a token that opens the userinfo endpoint. */
	String userInfo() {
		return this.issuer + "/userinfo";
	}

}
