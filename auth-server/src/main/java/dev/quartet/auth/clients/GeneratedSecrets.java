package dev.quartet.auth.clients;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.stereotype.Component;

/** Makes secrets of 256 random bits; only their hash is ever kept. */
@Component
public class GeneratedSecrets {

	private static final int BYTES = 32;

	private final SecureRandom random;

	GeneratedSecrets(SecureRandom random) {
		this.random = random;
	}

	public String next() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
