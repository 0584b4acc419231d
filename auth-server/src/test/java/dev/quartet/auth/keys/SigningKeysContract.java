package dev.quartet.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.jwk.JWK;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises how the keys of several servers on one database live, whatever the database.
 */
interface SigningKeysContract extends KeyServers {

	@Test
	default void signsAtOnceWithTheFirstKey() {
		Instance server = instance();
		assertThat(server.kids()).isEmpty();
		assertThat(server.signer()).isEqualTo(server.row(KeyState.ACTIVE).getId());
		assertThat(server.kids()).containsExactly(server.signer());
		assertThat(server.events).extracting(KeyEvent::type).containsExactly("key_created");
	}

	@Test
	default void announcesAKeySignsWithItLaterAndKeepsTheOldOneUntilItsTokensAreGone() {
		Instance server = instance();
		String old = server.signer();
		advance(Duration.ofDays(89).minus(SECOND), server);
		assertThat(server.kids()).containsExactly(old);
		advance(SECOND, server);
		assertThat(server.kids()).hasSize(2).contains(old);
		assertThat(server.signer()).isEqualTo(old);
		advance(Duration.ofDays(1).minus(SECOND.multipliedBy(5)), server);
		String lastToken = server.token(TokenAlgorithm.ES256);
		assertThat(Instance.kid(lastToken)).isEqualTo(old);
		advance(SECOND.multipliedBy(6), server);
		assertThat(server.signer()).isNotEqualTo(old).isIn(server.kids());
		assertThat(server.kids()).hasSize(2).contains(old);
		assertThat(server.believes(lastToken)).isTrue();
		advance(Instance.DAY.plus(SECOND), server);
		assertThat(server.kids()).containsExactly(server.signer());
		assertThat(server.believes(lastToken)).isFalse();
		assertThat(server.events).extracting(KeyEvent::type)
			.containsExactly("key_created", "key_announced", "key_retired", "key_activated", "key_removed");
	}

	@Test
	default void neverSignsBeforeTheAnnouncementIsOldEnoughHoweverLongNobodyLooked() {
		Instance server = instance();
		String old = server.signer();
		advance(Duration.ofDays(400), server);
		advance(Instance.DAY.minus(SECOND), server);
		assertThat(server.signer()).isEqualTo(old);
		advance(SECOND, server);
		assertThat(server.signer()).isNotEqualTo(old);
	}

	@Test
	default void announcesSeveralKeysWhenTheyChangeSoonerThanTheyAreAnnounced() {
		Instance server = instance(
				new RotationSettings(Duration.ofSeconds(5), Duration.ofSeconds(40), Duration.ofMinutes(10), SECOND));
		server.signer();
		Set<String> signers = new HashSet<>();
		Set<String> known = new HashSet<>();
		for (int second = 0; second < 70; second++) {
			advance(SECOND, server);
			if (second == 30) {
				known.addAll(server.kids());
			}
			if (second >= 30 && second < 68) {
				assertThat(known).contains(server.signer());
				signers.add(server.signer());
			}
		}
		assertThat(signers).hasSizeGreaterThanOrEqualTo(4);
	}

	@Test
	default void forgetsThePrivatePartOfAKeyThatSignsNoMore() {
		Instance server = instance();
		server.signer();
		advance(Duration.ofDays(89), server);
		advance(Instance.DAY, server);
		assertThat(database().sql("select count(*) from signing_key where state = 'RETIRED' and sealed_jwk is null")
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	default void keepsNoPrivatePartInClear() {
		Instance server = instance();
		server.signer();
		server.token(TokenAlgorithm.RS256);
		server.token(TokenAlgorithm.EDDSA);
		advance(Duration.ofDays(89), server);
		Secrets secrets = Secrets.of(server.rows().stream().map((row) -> row.open(Instance.SEAL)).toArray(JWK[]::new));
		List<String> dump = Secrets.dump(database(), "signing_key");
		assertThat(dump).hasSizeGreaterThanOrEqualTo(4);
		assertThat(secrets.foundIn(dump)).isEmpty();
		assertThat(secrets.foundIn(server.rows().stream().map(SigningKey::toString).toList())).isEmpty();
		assertThat(secrets.foundIn(server.events.stream().map(KeyEvent::toString).toList())).isEmpty();
	}

	@Test
	default void showsEveryServerTheSameKeys() {
		List<Instance> servers = List.of(instance(), instance(), instance());
		servers.forEach(Instance::follow);
		assertThat(servers).extracting(Instance::signer).containsOnly(servers.get(0).signer());
		String first = servers.get(0).signer();
		advance(Duration.ofDays(89), servers.toArray(Instance[]::new));
		advance(Instance.DAY, servers.toArray(Instance[]::new));
		servers.forEach(Instance::follow);
		assertThat(servers).extracting(Instance::signer).containsOnly(servers.get(0).signer()).doesNotContain(first);
		assertThat(servers).extracting(Instance::kids).containsOnly(servers.get(0).kids());
	}

	@Test
	default void believesAKeyThatAnotherServerHasJustMade() {
		Instance late = instance();
		Instance server = instance();
		assertThat(late.believes(server.token(TokenAlgorithm.ES256))).isTrue();
	}

	@Test
	default void asksTheDatabaseSeldomForUnknownKeys() {
		Instance server = instance();
		server.signer();
		assertThat(server.ring.published("forged")).isEmpty();
		Instance other = instance();
		String revoked = other.signer();
		other.operate("revoke", revoked);
		assertThat(server.ring.published("forged again")).isEmpty();
		assertThat(server.ring.published(revoked)).isPresent();
		clock().advance(SECOND.multipliedBy(2));
		assertThat(server.ring.published("forged once more")).isEmpty();
		assertThat(server.ring.published(revoked)).isEmpty();
	}

	@Test
	default void rotatesWhenAskedAsSoonAsTheAnnouncementAllows() {
		Instance server = instance();
		String old = server.signer();
		server.operate("rotate", "ES256");
		String next = server.row(KeyState.NEXT).getId();
		advance(Instance.DAY.minus(SECOND.multipliedBy(10)), server);
		assertThat(server.signer()).isEqualTo(old);
		advance(SECOND.multipliedBy(11), server);
		assertThat(server.signer()).isEqualTo(next);
	}

	@Test
	default void bringsAnAnnouncedRotationForward() {
		Instance server = instance(
				new RotationSettings(Duration.ofSeconds(5), Duration.ofSeconds(40), Duration.ofMinutes(10), SECOND));
		String old = server.signer();
		advance(SECOND, server);
		Instant planned = server.row(KeyState.NEXT).signsFrom();
		database().sql("update signing_key set created_at = created_at - interval '60' second where state = 'NEXT'")
			.update();
		server.operate("rotate", "ES256");
		assertThat(server.row(KeyState.NEXT).signsFrom()).isBefore(planned);
		server.follow();
		assertThat(server.signer()).isNotEqualTo(old);
	}

}
