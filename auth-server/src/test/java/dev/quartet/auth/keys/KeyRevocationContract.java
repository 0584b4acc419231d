package dev.quartet.auth.keys;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises what becomes of a key that an operator revokes, whatever the database. */
interface KeyRevocationContract extends KeyServers {

	@Test
	default void refusesTheTokensOfARevokedKeyAndSignsWithANewOne() {
		Instance server = instance();
		Instance other = instance();
		String token = server.token(TokenAlgorithm.ES256);
		other.follow();
		assertThat(other.believes(token)).isTrue();
		assertThat(instance().operate("revoke", Instance.kid(token))).contains("is revoked");
		List.of(server, other).forEach((running) -> {
			running.follow();
			assertThat(running.believes(token)).isFalse();
			assertThat(running.kids()).containsExactly(running.signer()).doesNotContain(Instance.kid(token));
		});
		assertThat(server.signer()).isEqualTo(other.signer());
		assertThat(server.believes(server.token(TokenAlgorithm.ES256))).isTrue();
	}

	@Test
	default void letsTheAnnouncedKeySignWhenTheActiveOneIsRevoked() {
		Instance server = instance();
		String compromised = server.signer();
		advance(Duration.ofDays(89), server);
		String announced = server.row(KeyState.NEXT).getId();
		server.operate("revoke", compromised);
		server.follow();
		assertThat(server.signer()).isEqualTo(announced);
		assertThat(server.events).extracting(KeyEvent::type).endsWith("key_revoked", "key_activated");
		assertThat(server.operate("revoke", compromised)).contains("revoked already");
		assertThat(server.operate("revoke", "nobody")).contains("There is no key nobody");
		assertThat(server.operate("list")).contains(compromised, "REVOKED", announced, "ACTIVE");
	}

	@Test
	default void goesOnAfterTheAnnouncedKeyIsRevoked() {
		Instance server = instance();
		String active = server.signer();
		advance(Duration.ofDays(89), server);
		String announced = server.row(KeyState.NEXT).getId();
		assertThat(server.ring.published(announced)).isPresent();
		server.operate("revoke", announced);
		server.follow();
		assertThat(server.ring.published(announced)).isEmpty();
		assertThat(server.kids()).contains(active).doesNotContain(announced);
		assertThat(server.signer()).isEqualTo(active);
		assertThat(server.row(KeyState.NEXT).sequence()).isEqualTo(3);
		advance(Instance.DAY, server);
		assertThat(server.signer()).isNotEqualTo(active);
	}

	@Test
	default void refusesTheTokensOfARetiredKeyThatIsRevoked() {
		Instance server = instance();
		String token = server.token(TokenAlgorithm.ES256);
		String retired = Instance.kid(token);
		advance(Duration.ofDays(89), server);
		advance(Instance.DAY, server);
		assertThat(server.signer()).isNotEqualTo(retired);
		assertThat(server.ring.published(retired)).isPresent();
		server.operate("revoke", retired);
		server.follow();
		assertThat(server.ring.published(retired)).isEmpty();
		assertThat(server.kids()).doesNotContain(retired);
		assertThat(server.believes(token)).isFalse();
	}

}
