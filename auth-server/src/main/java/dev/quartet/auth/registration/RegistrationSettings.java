package dev.quartet.auth.registration;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says who may register a client, what such a client may at most ask for, and how many
 * come without an initial access token.
 */
@ConfigurationProperties("quartet.registration")
record RegistrationSettings(@DefaultValue("off") RegistrationMode mode, @DefaultValue( {
		"openid", "profile", "email", "offline_access" }) Set<String> scopes, @DefaultValue("100") int openPerHour,
		@DefaultValue("20") int openPerHourAndAddress){

	RegistrationSettings {
		Assert.isTrue(openPerHour > 0 && openPerHourAndAddress > 0,
				"quartet.registration.open-per-hour and open-per-hour-and-address must be more than 0");
	}

	boolean isOff() {
		return this.mode == RegistrationMode.OFF;
	}

	void refuseWhenOff() {
		if (isOff()) {
			throw RegistrationRefused.off();
		}
	}

	boolean isOpen() {
		return this.mode == RegistrationMode.OPEN;
	}

}
