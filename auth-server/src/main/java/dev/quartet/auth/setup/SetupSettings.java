package dev.quartet.auth.setup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/** Says where the set-up page is, and which password the first administrator gets. */
@ConfigurationProperties("quartet")
record SetupSettings(String issuer, @Nullable String adminPassword) {

	Optional<String> password() {
		return Optional.ofNullable(this.adminPassword).filter(StringUtils::hasText);
	}

	String link(String token) {
		return StringUtils.trimTrailingCharacter(this.issuer, '/') + "/setup?token=" + token;
	}

	@Override
	public String toString() {
		return "SetupSettings[issuer=%s, adminPassword=***]".formatted(this.issuer);
	}

}
