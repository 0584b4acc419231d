package dev.quartet.app.tokens;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import dev.quartet.app.fakes.Race;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.identities.Identities;
import dev.quartet.app.identities.Identity;
import dev.quartet.app.identities.Profile;
import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.ReceivedTokens;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how tokens are kept, and who may renew them. */
interface TokenSetsContract {

	TokenSets tokens();

	Identities identities();

	JdbcClient database();

	TestClock clock();

	@Test
	default void givesBackWhatItKeeps() {
		Identity identity = identity();
		ReceivedTokens first = received("first");
		tokens().save(identity.id(), first);
		assertThat(tokens().find(identity.person(), "one")).hasValueSatisfying((found) -> {
			assertThat(found.tokens()).isEqualTo(first);
			assertThat(found.scopes()).containsExactlyInAnyOrder("notes:read", "notes:write");
		});
		assertThat(tokens().find(identity.person(), "two")).isEmpty();
	}

	@Test
	default void keepsWhatHasNeitherEndNorRefreshToken() {
		Identity identity = identity();
		ReceivedTokens plain = new ReceivedTokens("access", null, "token-secret", null, null, null);
		tokens().save(identity.id(), plain);
		assertThat(tokens().of(identity.id())).hasValueSatisfying((found) -> {
			assertThat(found.tokens()).isEqualTo(plain);
			assertThat(found.isDue(clock().instant())).isFalse();
		});
	}

	@Test
	default void letsOneOfManyRenew() {
		Identity identity = identity();
		tokens().save(identity.id(), received("first"));
		TokenSet held = tokens().of(identity.id()).orElseThrow();
		assertThat(Race.of(12, () -> tokens().claim(held, clock().instant().plusSeconds(10)))).filteredOn((won) -> won)
			.hasSize(1);
	}

	@Test
	default void letsAnotherRenewWhenTheFirstHasDied() {
		Identity identity = identity();
		tokens().save(identity.id(), received("first"));
		TokenSet held = tokens().of(identity.id()).orElseThrow();
		assertThat(tokens().claim(held, clock().instant().plusSeconds(10))).isTrue();
		clock().forward(Duration.ofSeconds(10));
		assertThat(tokens().claim(held, clock().instant().plusSeconds(10))).isTrue();
	}

	@Test
	default void keepsTheRefreshTokenAndScopeThatARenewalLeavesOut() {
		Identity identity = identity();
		tokens().save(identity.id(), received("first"));
		tokens().replace(tokens().of(identity.id()).orElseThrow(),
				new ReceivedTokens("second", null, null, null, null, null));
		assertThat(tokens().of(identity.id())).hasValueSatisfying((found) -> {
			assertThat(found.accessToken()).isEqualTo("second");
			assertThat(found.tokens().refreshToken()).isEqualTo("first-refresh");
			assertThat(found.scopes()).contains("notes:read");
		});
	}

	@Test
	default void leavesTheTokensOfANewerSignIn() {
		Identity identity = identity();
		tokens().save(identity.id(), received("first"));
		TokenSet old = tokens().of(identity.id()).orElseThrow();
		tokens().save(identity.id(), received("newer"));
		tokens().replace(old, received("renewed"));
		tokens().remove(old);
		assertThat(tokens().of(identity.id())).map(TokenSet::accessToken).contains("newer");
	}

	@Test
	default void goesWithItsIdentity() {
		Identity identity = identity();
		identities().link(identity.person(), proof("two"));
		tokens().save(identity.id(), received("first"));
		identities().unlink(identity.person(), identity.id());
		assertThat(tokens().of(identity.id())).isEmpty();
	}

	@Test
	default void savesForManyAtOnce() {
		Identity identity = identity();
		Race.of(8, () -> {
			tokens().save(identity.id(), received("any"));
			return true;
		});
		assertThat(tokens().of(identity.id())).isPresent();
	}

	@Test
	default void storesNothingInClear() {
		Identity identity = identity();
		tokens().save(identity.id(), received("in-clear"));
		List<byte[]> sealed = database().sql("select access_token from token_set where identity_id = ?")
			.param(identity.id())
			.query((row, number) -> row.getBytes(1))
			.list();
		assertThat(sealed).hasSize(1)
			.noneMatch((bytes) -> new String(bytes, StandardCharsets.ISO_8859_1).contains("in-clear"));
	}

	@Test
	default void opensNoTokenThatWasMovedToAnotherIdentity() {
		Identity mine = identity();
		Identity hers = identity();
		tokens().save(mine.id(), received("mine"));
		tokens().save(hers.id(), received("hers"));
		database().sql("""
				update token_set set access_token = (select access_token from token_set where identity_id = ?)
				where identity_id = ?""").params(hers.id(), mine.id()).update();
		assertThat(tokens().of(mine.id())).isEmpty();
	}

	private Identity identity() {
		return identities().signIn(proof("one"));
	}

	private static Proof proof(String provider) {
		return new Proof(provider, "https://" + provider + ".example", UUID.randomUUID().toString(),
				new Profile(null, null, null, false, null));
	}

	private ReceivedTokens received(String name) {
		return new ReceivedTokens(name, name + "-refresh", null, null, "notes:read notes:write",
				clock().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(300));
	}

}
