package dev.quartet.auth.keys;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/** Wires how signing keys are kept and changed. */
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
	Seal seal(KeySecret secret, SecureRandom random) {
		return new Seal(secret, random);
	}

	@Bean
	KeyGeneration keyGeneration(SecureRandom random, Clock clock) {
		return new KeyGeneration(random, clock);
	}

	@Bean
	KeySteps keySteps(SigningKeys keys, KeyGeneration generation, Seal seal, Clock clock,
			ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		return new KeySteps(keys, generation, seal, clock, events, transactions);
	}

	@Bean
	KeyRotation keyRotation(KeySteps steps, RotationSettings settings, Clock clock) {
		return new KeyRotation(steps, settings, clock);
	}

}
