package dev.quartet.app.secrets;

import java.security.SecureRandom;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Decides where the secret comes from that everything is sealed with. */
@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

	@Bean
	KeySecret keySecret(SecretSettings settings, DataSourceProperties database, Environment environment,
			SecureRandom random) {
		if (!settings.keySecret().isBlank()) {
			return new KeySecret(settings.keySecret());
		}
		// Instances that share a database must share the secret, so a file would not do.
		if (!database.determineUrl().startsWith("jdbc:h2:") && !environment.matchesProfiles("demo")) {
			throw new KeySecretMissing(
					"QUARTET_APP_KEY_SECRET is not set, and tokens in a shared database need it. Make one with: openssl rand -base64 48");
		}
		return new KeySecret(new KeySecretFile(settings.data(), random).readOrCreate());
	}

}
