package dev.quartet.auth.protocol;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Draws the codes of a device and of the person who answers it (RFC 8628 §6.1). */
@Component
class DeviceCodes {

	/** No vowels, so that no words come out, and nothing that looks like a digit. */
	private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

	private static final int HALF = 4;

	private static final int DEVICE_CODE_BYTES = 32;

	private final SecureRandom random;

	private final Clock clock;

	DeviceCodes(SecureRandom random, Clock clock) {
		this.random = random;
		this.clock = clock;
	}

	OAuth2DeviceCode deviceCode(RegisteredClient client) {
		byte[] code = new byte[DEVICE_CODE_BYTES];
		this.random.nextBytes(code);
		Instant now = now();
		return new OAuth2DeviceCode(Base64.getUrlEncoder().withoutPadding().encodeToString(code), now,
				end(client, now));
	}

	OAuth2UserCode userCode(RegisteredClient client) {
		Instant now = now();
		return new OAuth2UserCode(letters() + "-" + letters(), now, end(client, now));
	}

	Instant now() {
		return this.clock.instant();
	}

	private String letters() {
		StringBuilder letters = new StringBuilder();
		for (int position = 0; position < HALF; position++) {
			letters.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return letters.toString();
	}

	private static Instant end(RegisteredClient client, Instant now) {
		return now.plus(client.getTokenSettings().getDeviceCodeTimeToLive());
	}

}
