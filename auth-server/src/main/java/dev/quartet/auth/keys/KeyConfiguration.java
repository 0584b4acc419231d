package dev.quartet.auth.keys;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.util.StringUtils;

/** Wires the signing keys. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

	@Bean
	KeySecret keySecret(KeySettings settings, Environment environment, SecureRandom random) {
		String secret = settings.keySecret();
		if (StringUtils.hasText(secret)) {
			return new KeySecret(secret);
		}
		if (environment.acceptsProfiles(Profiles.of("demo"))) {
			return new KeySecret(new KeySecretFile(settings.data(), random).readOrCreate());
		}
		throw new KeySecretMissing(
				"QUARTET_KEY_SECRET is not set. It seals the signing keys in the database and must stay the same. Make one with: openssl rand -base64 48");
	}

	@Bean
	KeyRing keyRing(SigningKeys keys, KeySecret secret, SecureRandom random, Clock clock) {
		Seal seal = new Seal(secret, random);
		new FirstKeys(keys, seal, random, clock).createMissing();
		return new KeyRing(keys.findAll(), seal);
	}

	@Bean
	JwtEncoder jwtEncoder(KeyRing keys) {
		return new NimbusJwtEncoder(keys.signing());
	}

	@Bean
	VerifiedTokens verifiedTokens(KeyRing keys) {
		return new VerifiedTokens(keys);
	}

}
