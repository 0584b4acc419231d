package dev.quartet.auth.purge;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Promises of the purge: what it takes, what it leaves and whom it never hinders. */
interface PurgeContract {

	int MANY = 3000;

	ApplicationContext server();

	@BeforeEach
	default void letNobodyHoldTheLease() {
		database().sql("update purge_lease set held_until = ?").param(ago(Duration.ofDays(1))).update();
	}

	@AfterEach
	default void resetTheClock() {
		bean(MovableClock.class).reset();
	}

	@Test
	default void deletesManyInSmallBatches() throws InterruptedException {
		purge().run();
		List<Object[]> rows = IntStream.range(0, MANY)
			.mapToObj((row) -> new Object[] { "purge " + UUID.randomUUID(), ago(Duration.ofSeconds(row + 1)) })
			.toList();
		bean(JdbcTemplate.class).batchUpdate("insert into seen (kind, hash, expires_at) values ('ASSERTION', ?, ?)",
				rows);
		assertThat(purge().run()).containsEntry("seen", MANY);
		assertThat(purge().run()).doesNotContainKey("seen");
	}

	@Test
	default void leavesWhatMayStillCount() throws InterruptedException {
		purge().run();
		String past = seen(Duration.ofSeconds(1));
		String future = seen(Duration.ofMinutes(-1));
		purge().run();
		assertThat(isThere(past)).isFalse();
		assertThat(isThere(future)).isTrue();
	}

	@Test
	default void keepsAUsedCodeForAsLongAsItsReplayMatters() throws InterruptedException {
		AuthorizationFlow flow = bean(Flows.class).app();
		String code = flow.code("alice");
		Answer tokens = flow.redeem(code);
		bean(MovableClock.class).advance(Duration.ofHours(23));
		purge().run();
		assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void takesUnfinishedFlowsDeadGrantsAndSessions() throws InterruptedException {
		AuthorizationFlow flow = bean(Flows.class).app();
		flow.tokens("alice");
		flow.push(flow.request());
		bean(MovableClock.class).advance(Duration.ofDays(32));
		assertThat(purge().run()).containsKeys("one_time", "authorization_grant", "spring_session");
		assertThat(count("one_time where expires_at < ?", ago(Duration.ofDays(2)))).isZero();
		assertThat(count("authorization_grant where idle_until < ?", ago(Duration.ofDays(2)))).isZero();
		assertThat(count(
				"spring_session_attributes where session_primary_id not in (select primary_id from spring_session)"))
			.isZero();
	}

	@Test
	default void takesWhatAnybodyCanMakeAsSoonAsItHasExpired() throws InterruptedException {
		AuthorizationFlow flow = bean(Flows.class).app();
		flow.push(flow.request());
		bean(MovableClock.class).advance(Duration.ofMinutes(6));
		purge().run();
		assertThat(count("one_time where kind = 'PUSHED_REQUEST' and expires_at < ?", ago(Duration.ofSeconds(1))))
			.isZero();
	}

	@Test
	default void takesARevokedGrantAfterADay() throws InterruptedException {
		AuthorizationFlow flow = bean(Flows.class).app();
		flow.revoke(flow.tokens("alice").json("refresh_token"));
		purge().run();
		assertThat(count("authorization_grant where revoked_at > ?", ago(Duration.ofMinutes(1)))).isPositive();
		bean(MovableClock.class).advance(Duration.ofHours(25));
		purge().run();
		assertThat(count("authorization_grant where revoked_at < ?", ago(Duration.ofDays(1)))).isZero();
	}

	@Test
	default void takesConsentsThatHaveEnded() throws InterruptedException {
		database().sql(
				"insert into consent (user_id, client_id, scope, granted_at, expires_at) values ('alice', 'quartet-app', 'gone', ?, ?)")
			.params(ago(Duration.ofDays(9)), ago(Duration.ofDays(2)))
			.update();
		assertThat(purge().run()).containsEntry("consent", 1);
	}

	@Test
	default void keepsTheAuditTrailForAYear() throws InterruptedException {
		purge().run();
		database().sql("insert into audit_event (id, at, type) values (?, ?, 'old'), (?, ?, 'old')")
			.params(UUID.randomUUID(), ago(Duration.ofDays(399)), UUID.randomUUID(), ago(Duration.ofDays(401)))
			.update();
		purge().run();
		assertThat(count("audit_event where type = 'old'")).isEqualTo(1);
		database().sql("delete from audit_event where type = 'old'").update();
	}

	@Test
	default void worksOnOneInstanceAtATime() {
		IntStream.range(0, 3 * Race.RACERS).forEach((row) -> seen(Duration.ofHours(1)));
		List<Integer> deleted = Race.of(() -> anotherInstance(1).batch(seenRows()));
		assertThat(deleted).filteredOn((rows) -> rows > 0).hasSize(1);
	}

	@Test
	default void takesOverFromAnInstanceThatDied() throws InterruptedException {
		String past = seen(Duration.ofHours(1));
		anotherInstance(1)
			.batch(ExpiredRows.of("consent", "expires_at", Duration.ZERO, "user_id", "client_id", "scope"));
		assertThat(purge().run()).isEmpty();
		assertThat(isThere(past)).isTrue();
		bean(MovableClock.class).advance(Duration.ofSeconds(31));
		assertThat(purge().run()).containsKey("seen");
		assertThat(isThere(past)).isFalse();
	}

	@Test
	default void passesOverARowThatSomebodyWorksWith() {
		String past = seen(Duration.ofHours(1));
		String busy = seen(Duration.ofHours(2));
		TransactionOperations work = new TransactionTemplate(bean(PlatformTransactionManager.class));
		work.executeWithoutResult((status) -> {
			database().sql("select hash from seen where hash = ? for update").param(busy).query(String.class).single();
			elsewhere(() -> purge().run());
			assertThat(isThere(busy)).isTrue();
			assertThat(isThere(past)).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 10_001 })
	default void refusesABatchThatIsNone(int batch) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(batch));
	}

	private static void elsewhere(Callable<?> work) {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			thread.submit(work).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			thread.shutdownNow();
		}
	}

	private Purge purge() {
		return bean(Purge.class);
	}

	private Purge anotherInstance(int batch) {
		return new Purge(List.of(), new PurgeLease(database(), bean(MovableClock.class)), settings(batch),
				bean(JdbcTemplate.class), bean(TransactionOperations.class), bean(MovableClock.class));
	}

	private static ExpiredRows seenRows() {
		return ExpiredRows.of("seen", "expires_at", Duration.ZERO, "kind", "hash");
	}

	private static PurgeSettings settings(int batch) {
		return new PurgeSettings(Duration.ofMinutes(1), batch, Duration.ofDays(1), Duration.ofDays(400));
	}

	private String seen(Duration ago) {
		String hash = "purge " + UUID.randomUUID();
		database().sql("insert into seen (kind, hash, expires_at) values ('ASSERTION', ?, ?)")
			.params(hash, ago(ago))
			.update();
		return hash;
	}

	private boolean isThere(String hash) {
		return count("seen where hash = ?", hash) == 1;
	}

	private int count(String rows, Object... params) {
		return database().sql("select count(*) from " + rows).params(params).query(Integer.class).single();
	}

	private OffsetDateTime ago(Duration time) {
		Instant now = bean(MovableClock.class).instant();
		return now.minus(time).atOffset(ZoneOffset.UTC);
	}

	private JdbcClient database() {
		return bean(JdbcClient.class);
	}

	private <T> T bean(Class<T> type) {
		return server().getBean(type);
	}

}
