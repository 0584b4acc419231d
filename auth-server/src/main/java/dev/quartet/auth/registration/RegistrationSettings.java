package dev.quartet.auth.registration;

import java.util.Set;

import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.MetadataField;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says who may register a client, what such a client may at most ask for, and how many
 * come without an initial access token.
 *
 * @param requirePkce false exempts clients with credentials from PKCE, as certification
 * suites need it; then only a {@code nonce} that they check protects them (RFC 9700
 * §2.1.1)
 */
@ConfigurationProperties("quartet.registration")
record RegistrationSettings(@DefaultValue("off") RegistrationMode mode, @DefaultValue( {
		"openid", "profile", "email", "address", "phone", "offline_access" }) Set<String> scopes,
		@DefaultValue("100") int openPerHour, @DefaultValue("20") int openPerHourAndAddress,
		@DefaultValue("10000") int openAtAll, @DefaultValue("true") boolean requirePkce){

	RegistrationSettings {
		Assert.isTrue(openPerHour > 0 && openPerHourAndAddress > 0 && openAtAll > 0,
				"quartet.registration.open-per-hour, open-per-hour-and-address and open-at-all must be more than 0");
	}

	boolean isOff() {
		return this.mode == RegistrationMode.OFF;
	}

	void refuseWhenOff() {
		if (isOff()) {
			throw RegistrationRefused.off();
		}
	}

	/** The client as it must behave here. */
	ClientMetadata protect(ClientMetadata metadata) {
		return (this.requirePkce || metadata.isPublic()) ? metadata
				: metadata.with(metadata.further().with(MetadataField.REQUIRE_PKCE, false));
	}

	boolean isOpen() {
		return this.mode == RegistrationMode.OPEN;
	}

}
