package dev.quartet.auth.keys;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** Wires what uses the keys in a running server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class KeyUseConfiguration {

	@Bean
	KeyRing keyRing(SigningKeys keys, Seal seal, KeyRotation rotation, Clock clock) {
		return new KeyRing(keys, seal, rotation, SignatureProvider.fastest(), clock);
	}

	@Bean
	KeyWatch keyWatch(KeyRing keys, RotationSettings settings) {
		return new KeyWatch(keys, settings.refreshEvery());
	}

	@Bean
	JwtEncoder jwtEncoder(KeyRing keys) {
		return new SignedTokenEncoder(keys);
	}

	@Bean
	VerifiedTokens verifiedTokens(KeyRing keys) {
		return new VerifiedTokens(keys);
	}

	@Bean
	SignedRecords signedRecords(KeyRing keys) {
		return new SignedRecords(keys);
	}

}
