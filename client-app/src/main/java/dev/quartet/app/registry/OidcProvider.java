package dev.quartet.app.registry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Is a provider that describes itself by metadata (OpenID Connect Discovery 1.0).
 *
 * @param metadataUrl where the metadata lies
 * @param issuer what the metadata must call itself
 * @param scopes what is asked for, {@code openid} among them
 * @param authentication how our secret travels; null for what the metadata prefers
 * @param signedWith the algorithm of its ID tokens as registered; null for any of those
 * we trust and the metadata lists
 * @param formPost whether answers come as a form instead of in the address (OAuth 2.0
 * Form Post Response Mode)
 * @param parameters further parameters of the authorization request
 */
public record OidcProvider(String name, String title, Credentials credentials, String metadataUrl, String issuer,
		List<String> scopes, @Nullable ClientAuthentication authentication, @Nullable String signedWith,
		boolean formPost, Map<String, String> parameters) implements Provider {

	private static final String TENANT = "{tenantid}";

	/** Whether an issuer is it: a provider of many tenants has a name for each. */
	public boolean isNamed(@Nullable String name) {
		int tenant = this.issuer.indexOf(TENANT);
		if (name == null || tenant < 0) {
			return this.issuer.equals(name);
		}
		return name.matches(Pattern.quote(this.issuer.substring(0, tenant)) + "[0-9a-fA-F-]{36}"
				+ Pattern.quote(this.issuer.substring(tenant + TENANT.length())));
	}

}
