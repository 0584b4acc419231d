package dev.quartet.auth.purge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how much further work is done, and by whom. */
@QuartetServer
class LeasedWorkTests {

	private static final int BATCH = 5;

	private final JdbcClient database;

	private final TransactionOperations transaction;

	private final MovableClock clock;

	private final AtomicInteger pieces = new AtomicInteger();

	LeasedWorkTests(@Autowired JdbcClient database, @Autowired TransactionOperations transaction,
			@Autowired MovableClock clock) {
		this.database = database;
		this.transaction = transaction;
		this.clock = clock;
	}

	@BeforeEach
	@AfterEach
	void letNobodyHoldTheLease() {
		giveLease("nobody", this.clock.instant().minusSeconds(1));
	}

	@Test
	void worksUntilNothingIsLeft() throws InterruptedException {
		work(() -> this.pieces.incrementAndGet() < 3).run();
		assertThat(this.pieces).hasValue(3);
	}

	@Test
	void leavesTheRestForTheNextTime() throws InterruptedException {
		work(() -> this.pieces.incrementAndGet() > 0).run();
		assertThat(this.pieces).hasValue(BATCH);
	}

	@Test
	void doesNothingWhileAnotherInstanceIsAtWork() throws InterruptedException {
		giveLease("another", this.clock.instant().plusSeconds(10));
		work(() -> this.pieces.incrementAndGet() < 3).run();
		assertThat(this.pieces).hasValue(0);
	}

	private LeasedWork work(FurtherWork work) {
		PurgeSettings settings = new PurgeSettings(Duration.ofMinutes(1), BATCH, Duration.ofDays(1),
				Duration.ofDays(400));
		return new LeasedWork(List.of(work), new PurgeLease(this.database, this.clock), settings, this.transaction);
	}

	private void giveLease(String holder, Instant until) {
		this.database.sql("update purge_lease set holder = ?, held_until = ?")
			.params(holder, until.atOffset(ZoneOffset.UTC))
			.update();
	}

}
