package dev.quartet.auth.consents;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What a person allowed a client.
 *
 * @param shown what she was asked about; what of it she did not allow is no longer
 * allowed
 * @param sid her browser session, null where she answers for a device
 * @param redirectUri where the answer goes, null for a device
 */
record Allowance(String userId, RegisteredClient client, Set<String> shown, Set<String> allowed, HowLong howLong,
		@Nullable String sid, @Nullable String redirectUri) {

	String clientId() {
		return this.client.getId();
	}

	String clientVersion() {
		return ClientVersion.of(this.client);
	}

	/** The way she was asked. */
	String how() {
		return (this.redirectUri != null) ? "browser" : "device";
	}

	Set<String> refused() {
		Set<String> refused = new TreeSet<>(this.shown);
		refused.removeAll(this.allowed);
		return refused;
	}

}
