package dev.quartet.auth.protocol;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says what happens when a user code is drawn that another device has. */
class DeviceRequestProviderTests {

	private static final RegisteredClient CLIENT = RegisteredClient.withId("tv")
		.clientId("tv")
		.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
		.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
		.build();

	@Test
	void drawsAnotherCodeWhenOneIsTaken() {
		Crowded store = new Crowded(3);
		OAuth2DeviceAuthorizationRequestAuthenticationToken given = ask(store);
		assertThat(store.drawn).hasSize(4);
		assertThat(new HashSet<>(store.drawn)).hasSize(4);
		assertThat(store.drawn.get(3)).isEqualTo(Objects.requireNonNull(given.getUserCode()).getTokenValue());
	}

	@Test
	void givesUpWhenEveryCodeIsTaken() {
		Crowded store = new Crowded(100);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> ask(store));
		assertThat(store.drawn).hasSize(5);
	}

	@Test
	void drawsEachLetterAboutAsOften() {
		DeviceCodes codes = new DeviceCodes(new SecureRandom(), Clock.systemUTC());
		int[] counts = new int[128];
		for (int draw = 0; draw < 5000; draw++) {
			codes.userCode(CLIENT).getTokenValue().chars().filter((c) -> c != '-').forEach((c) -> counts[c]++);
		}
		for (char letter : "BCDFGHJKLMNPQRSTVWXZ".toCharArray()) {
			assertThat(counts[letter]).as(String.valueOf(letter)).isBetween(1700, 2300);
		}
	}

	private static OAuth2DeviceAuthorizationRequestAuthenticationToken ask(OAuth2AuthorizationService store) {
		DeviceCodes codes = new DeviceCodes(new SecureRandom(), Clock.systemUTC());
		DeviceRequestProvider provider = new DeviceRequestProvider(store, codes, (resource) -> false);
		OAuth2ClientAuthenticationToken client = new OAuth2ClientAuthenticationToken(CLIENT,
				ClientAuthenticationMethod.NONE, null);
		return (OAuth2DeviceAuthorizationRequestAuthenticationToken) provider
			.authenticate(new OAuth2DeviceAuthorizationRequestAuthenticationToken(client, "http://localhost/device",
					Set.of(), Map.of()));
	}

	/** Is a store in which the first few codes are taken. */
	private static final class Crowded implements OAuth2AuthorizationService {

		private final List<String> drawn = new ArrayList<>();

		private final OAuth2AuthorizationService free = new InMemoryOAuth2AuthorizationService();

		private final int taken;

		private Crowded(int taken) {
			this.taken = taken;
		}

		@Override
		public void save(OAuth2Authorization authorization) {
			OAuth2UserCode code = Objects.requireNonNull(authorization.getToken(OAuth2UserCode.class)).getToken();
			this.drawn.add(code.getTokenValue());
			if (this.drawn.size() <= this.taken) {
				throw new DuplicateKeyException("taken");
			}
			this.free.save(authorization);
		}

		@Override
		public void remove(OAuth2Authorization authorization) {
			this.free.remove(authorization);
		}

		@Override
		public @Nullable OAuth2Authorization findById(String id) {
			return this.free.findById(id);
		}

		@Override
		public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
			return this.free.findByToken(token, type);
		}

	}

}
