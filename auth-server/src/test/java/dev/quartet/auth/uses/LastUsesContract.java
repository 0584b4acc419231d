package dev.quartet.auth.uses;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of what is written down about uses, whatever the database. */
interface LastUsesContract {

	String READ = "notes:read";

	String WRITE = "notes:write";

	ApplicationContext server();

	@BeforeEach
	default void registerTheClient() {
		stored().begin();
		stored().consent(READ, Duration.ofDays(9));
		stored().consent(WRITE, Duration.ofDays(9));
		stored().consent("profile", Duration.ofDays(9));
	}

	@AfterEach
	default void forgetTheClient() {
		stored().end();
	}

	@Test
	default void writesWhenAndWhereAPermissionWasUsed() {
		Instant at = stored().ago(Duration.ofHours(1));
		write(Use.at(grant(), Set.of(READ), StoredUses.NOTES), at);
		assertThat(stored().lastUsedAt(READ)).contains(at);
		assertThat(stored().lastUsedBy(READ)).contains(StoredUses.NOTES);
		assertThat(stored().lastUsedAt(WRITE)).isEmpty();
	}

	@Test
	default void movesForwardOnly() {
		UUID grant = grant();
		Instant at = stored().ago(Duration.ofHours(1));
		write(Use.at(grant, Set.of(READ), StoredUses.NOTES), at);
		write(Use.at(grant, Set.of(READ), "https://earlier.example"), at.minusSeconds(600));
		assertThat(stored().lastUsedAt(READ)).contains(at);
		assertThat(stored().lastUsedBy(READ)).contains(StoredUses.NOTES);
		write(Use.at(grant, Set.of(READ), "https://later.example"), at.plusSeconds(600));
		assertThat(stored().lastUsedAt(READ)).contains(at.plusSeconds(600));
		assertThat(stored().lastUsedBy(READ)).contains("https://later.example");
	}

	@Test
	default void writesOnceAMinute() {
		UUID grant = grant();
		Instant at = stored().ago(Duration.ofHours(1));
		write(Use.at(grant, Set.of(READ), StoredUses.NOTES), at);
		write(Use.at(grant, Set.of(READ), StoredUses.NOTES), at.plusSeconds(59));
		assertThat(stored().lastUsedAt(READ)).contains(at);
		write(Use.at(grant, Set.of(READ), StoredUses.NOTES), at.plusSeconds(61));
		assertThat(stored().lastUsedAt(READ)).contains(at.plusSeconds(61));
	}

	@Test
	default void takesTheLatestOfSeveralGrants() {
		Instant at = stored().ago(Duration.ofHours(1));
		Map<Use, Instant> later = bean(LastUses.class).write(Map.of(Use.at(grant(), Set.of(READ), StoredUses.NOTES),
				at.minusSeconds(300), Use.at(grant(), Set.of(READ, WRITE), StoredUses.NOTES), at,
				Use.at(grant(), Set.of(WRITE), StoredUses.NOTES), at.minusSeconds(900)));
		assertThat(later).isEmpty();
		assertThat(stored().lastUsedAt(READ)).contains(at);
		assertThat(stored().lastUsedAt(WRITE)).contains(at);
	}

	@Test
	default void believesNoClockThatSaysBeforeTheGrantOrAfterNow() {
		Instant granted = stored().ago(Duration.ofDays(1));
		UUID grant = stored().grant(granted, READ + " " + WRITE);
		Instance instance = new Instance(server(), 10);
		instance.uses().note(Use.at(grant, Set.of(READ), StoredUses.NOTES), Instant.MIN);
		instance.uses().note(Use.at(grant, Set.of(WRITE), StoredUses.NOTES), Instant.MAX);
		instance.writer().write();
		assertThat(stored().lastUsedAt(READ)).contains(granted);
		assertThat(stored().lastUsedAt(WRITE).orElseThrow()).isBetween(stored().ago(Duration.ofMinutes(1)),
				stored().now().plusMillis(1));
	}

	@Test
	default void passesOverWhatNobodyGranted() {
		Instant at = stored().now();
		write(Use.at(UUID.randomUUID(), Set.of(READ), StoredUses.NOTES), at);
		write(Use.at(stored().grant(at, "profile"), Set.of(READ), StoredUses.NOTES), at);
		write(Use.at(grant(), Set.of("email"), StoredUses.NOTES), at);
		assertThat(stored().lastUsedAt(READ)).isEmpty();
		assertThat(stored().lastUsedAt("profile")).isEmpty();
	}

	@Test
	default void countsAPresentedTokenForTheScopesOfThatApiOnly() {
		UUID grant = stored().grant(stored().ago(Duration.ofDays(1)), READ + " profile");
		write(Use.among(grant, Set.of(READ, "profile"), Set.of("https://calendar.example")), stored().now());
		assertThat(stored().lastUsedAt(READ)).isEmpty();
		write(Use.among(grant, Set.of(READ, "profile"), Set.of(StoredUses.NOTES, "https://calendar.example")),
				stored().now());
		assertThat(stored().lastUsedBy(READ)).contains(StoredUses.NOTES);
		assertThat(stored().lastUsedAt("profile")).isEmpty();
	}

	@Test
	default void keepsTheLatestOfManyInstances() {
		UUID grant = grant();
		Instant begin = stored().ago(Duration.ofHours(12));
		AtomicInteger racer = new AtomicInteger();
		Race.of(() -> {
			int number = racer.incrementAndGet();
			Instance instance = new Instance(server(), 10);
			instance.uses().note(Use.at(grant, Set.of(READ), StoredUses.NOTES), begin.plusSeconds(120L * number));
			instance.uses()
				.note(Use.at(grant, Set.of(WRITE), StoredUses.NOTES), begin.plusSeconds(120L * (Race.RACERS - number)));
			return instance.writeAll();
		});
		assertThat(stored().lastUsedAt(READ)).contains(begin.plusSeconds(120L * Race.RACERS));
		assertThat(stored().lastUsedAt(WRITE)).contains(begin.plusSeconds(120L * (Race.RACERS - 1)));
	}

	@Test
	default void waitsForNobodyAndWritesWhenTheyAreDone() {
		Instance instance = new Instance(server(), 10);
		instance.uses().note(Use.at(grant(), Set.of(READ, WRITE), StoredUses.NOTES), stored().now());
		new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			stored().database()
				.sql("select scope from consent where client_id = ? and scope = ? for update")
				.params(stored().clientId(), READ)
				.query(String.class)
				.single();
			elsewhere(() -> instance.writer().write());
			assertThat(stored().lastUsedAt(READ)).isEmpty();
			assertThat(stored().lastUsedAt(WRITE)).isPresent();
		});
		instance.writer().write();
		assertThat(stored().lastUsedAt(READ)).isPresent();
	}

	@Test
	default void writesWhatIsLeftWhenItStops() {
		Instance instance = new Instance(server(), 10);
		instance.writer().start();
		instance.uses().used(grant().toString(), Set.of(READ), StoredUses.NOTES);
		instance.writer().stop();
		assertThat(stored().lastUsedAt(READ)).isPresent();
	}

	@Test
	default void keepsWhatTheDatabaseDoesNotTake() {
		Instance instance = new Instance(server(), 10);
		JdbcTemplate away = new JdbcTemplate(
				new DriverManagerDataSource("jdbc:h2:file:./nowhere/nothing;IFEXISTS=TRUE"));
		LastUses broken = new LastUses(new UsedGrants(JdbcClient.create(away), bean(ScopeCatalogue.class)),
				JdbcClient.create(away), away);
		instance.uses().used(grant().toString(), Set.of(READ), StoredUses.NOTES);
		new UseWriter(instance.uses(), broken, Instance.settings(10), bean(MovableClock.class)).write();
		assertThat(stored().lastUsedAt(READ)).isEmpty();
		instance.writer().write();
		assertThat(stored().lastUsedAt(READ)).isPresent();
	}

	private static void elsewhere(Runnable work) {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			thread.submit(work).get(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			thread.shutdownNow();
		}
	}

	private UUID grant() {
		return stored().grant(stored().ago(Duration.ofDays(1)), READ + " " + WRITE);
	}

	private void write(Use use, Instant at) {
		assertThat(bean(LastUses.class).write(Map.of(use, at))).isEmpty();
	}

	private StoredUses stored() {
		return new StoredUses(server(), "used-one");
	}

	private <T> T bean(Class<T> type) {
		return server().getBean(type);
	}

}
