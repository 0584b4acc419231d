package dev.quartet.api.docs;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says what the description of this API tells and whether people may try it in a browser.
 *
 * @param page whether there is a page at /docs
 * @param clientId the public client as which that page signs people in
 * @param issuer where they sign in
 * @param address where the API is called
 */
@ConfigurationProperties("quartet.api.docs")
record DocsSettings(@DefaultValue("false") boolean page, @DefaultValue("quartet-docs") String clientId, URI issuer,
		URI address) {

	DocsSettings {
		Assert.hasText(clientId, "quartet.api.docs.client-id must not be empty");
	}

	String authorizationEndpoint() {
		return issuer + "/oauth2/authorize";
	}

	String tokenEndpoint() {
		return issuer + "/oauth2/token";
	}

	/** As a browser names it, without a path. */
	String issuerOrigin() {
		return issuer.getScheme() + "://" + issuer.getRawAuthority();
	}

}
