package dev.quartet.app.registry;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Names the protocols that a provider may speak. */
enum Kind {

	OIDC, OAUTH2, OAUTH1;

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What an entry is that does not say so: its addresses tell. */
	static @Nullable Kind of(ProviderEntry entry) {
		if (entry.requestTokenUrl() != null) {
			return OAUTH1;
		}
		if (entry.serverMetadataUrl() != null) {
			return OIDC;
		}
		if (entry.authorizeUrl() != null || entry.accessTokenUrl() != null) {
			return OAUTH2;
		}
		return (entry.issuer() != null) ? OIDC : null;
	}

}
