package dev.quartet.auth.uses;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.quartet.auth.flow.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of what counts as disused and what becomes of it, whatever the database. */
interface DisuseContract {

	Duration LONG_AGO = Duration.ofDays(46);

	Duration LATELY = Duration.ofDays(44);

	ApplicationContext server();

	@BeforeEach
	default void registerTheClient() {
		stored().begin();
	}

	@AfterEach
	default void forgetTheClient() {
		stored().end();
		server().getBean(MovableClock.class).reset();
	}

	@Test
	default void suggestsWhatWasNeitherUsedNorGivenForLong() {
		stored().consent("notes:read", LONG_AGO);
		stored().consent("notes:write", LONG_AGO.plusDays(1), LONG_AGO);
		stored().consent("profile", LONG_AGO, LATELY);
		stored().consent("email", LATELY);
		assertThat(suggested()).containsExactly("notes:read", "notes:write");
	}

	@Test
	default void suggestsNothingThatHasEndedAnyway() {
		stored().consent("notes:read", LONG_AGO);
		stored().letExpire("notes:read");
		assertThat(suggested()).isEmpty();
	}

	@Test
	default void countsSigningInAndOfflineAccessOnlyWithEverythingElse() {
		stored().consent("openid", LONG_AGO);
		stored().consent("offline_access", LONG_AGO);
		assertThat(suggested()).isEmpty();
		stored().consent("notes:read", LONG_AGO);
		assertThat(suggested()).containsExactly("notes:read", "offline_access", "openid");
		stored().consent("notes:write", LONG_AGO, LATELY);
		assertThat(suggested()).containsExactly("notes:read");
	}

	@Test
	default void leavesSigningInToWhoeverStillSignsIn() {
		stored().consent("openid", LONG_AGO);
		stored().consent("profile", LONG_AGO);
		stored().grant(stored().ago(LATELY), "openid profile");
		assertThat(suggested()).containsExactly("profile");
	}

	@Test
	default void takesBackWhatIsDisusedAndNothingElse() {
		stored().consent("openid", LONG_AGO, LATELY);
		stored().consent("notes:read", LONG_AGO);
		stored().consent("notes:write", LONG_AGO, LATELY);
		stored().consent("profile", LONG_AGO, LONG_AGO);
		Taker taker = new Taker(stored().database());
		DisuseExpiry expiry = expiry(taker, Duration.ofDays(45));
		assertThat(pieces(expiry)).isPositive();
		assertThat(taker.taken()).contains("alice used-never [notes:read, profile]");
		assertThat(scopes()).containsExactly("notes:write", "openid");
	}

	@Test
	default void looksAgainAfterAnHour() {
		Taker taker = new Taker(stored().database());
		DisuseExpiry expiry = expiry(taker, Duration.ofDays(45));
		pieces(expiry);
		taker.taken().clear();
		stored().consent("notes:read", LATELY, LATELY);
		server().getBean(MovableClock.class).advance(Duration.ofMinutes(59));
		assertThat(pieces(expiry)).isZero();
		server().getBean(MovableClock.class).advance(Duration.ofDays(3));
		pieces(expiry);
		assertThat(taker.taken()).contains("alice used-never [notes:read]");
	}

	@Test
	default void narrowsTheGrantsAsWell() {
		stored().consent("notes:read", LONG_AGO);
		stored().consent("notes:write", LONG_AGO, LATELY);
		UUID grant = stored().grant(stored().ago(LATELY), "notes:read notes:write");
		pieces(expiry(server().getBean(DisusedConsents.class), Duration.ofDays(45)));
		assertThat(scopes()).containsExactly("notes:write");
		assertThat(stored().scopeOf(grant)).isEqualTo("notes:write");
	}

	@Test
	default void takesNothingBackUnlessTold() {
		stored().consent("notes:read", LONG_AGO);
		assertThat(pieces(expiry(new Taker(stored().database()), null))).isZero();
		assertThat(server().getBean(DisuseExpiry.class).next()).isFalse();
		assertThat(scopes()).containsExactly("notes:read");
	}

	private List<String> suggested() {
		return server().getBean(Disuse.class)
			.suggestions(StoredUses.PERSON)
			.stream()
			.filter((one) -> one.clientId().equals(stored().clientId()))
			.map(ConsentUse::scope)
			.toList();
	}

	private int pieces(DisuseExpiry expiry) {
		int pieces = 0;
		while (pieces < 1000 && Boolean.TRUE
			.equals(server().getBean(TransactionOperations.class).execute((status) -> expiry.next()))) {
			pieces++;
		}
		return pieces;
	}

	private DisuseExpiry expiry(DisusedConsents taker, @Nullable Duration after) {
		UsesSettings settings = new UsesSettings(Duration.ofHours(1), 10, LONG_AGO, after);
		return new DisuseExpiry(stored().database(), server().getBean(ConsentUses.class),
				server().getBean(Disuse.class), taker, settings, server().getBean(MovableClock.class));
	}

	private List<String> scopes() {
		return stored().database()
			.sql("select scope from consent where client_id = ? order by scope")
			.param(stored().clientId())
			.query(String.class)
			.list();
	}

	private StoredUses stored() {
		return new StoredUses(server(), "used-never");
	}

	/** Takes back for a test. */
	record Taker(JdbcClient database, List<String> taken) implements DisusedConsents {

		Taker(JdbcClient database) {
			this(database, new ArrayList<>());
		}

		@Override
		public void takeBack(String userId, String clientId, Set<String> scopes) {
			this.taken.add(userId + " " + clientId + " " + new TreeSet<>(scopes));
			this.database
				.sql("delete from consent where user_id = :user and client_id = :client and scope in (:scopes)")
				.param("user", userId)
				.param("client", clientId)
				.param("scopes", scopes)
				.update();
		}

	}

}
