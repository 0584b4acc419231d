package dev.quartet.auth.purge;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets features do their further work on one instance at a time, piece by piece. */
@Component
class LeasedWork {

	private static final int REST = 9;

	private final List<FurtherWork> works;

	private final PurgeLease lease;

	private final PurgeSettings settings;

	private final TransactionOperations transaction;

	LeasedWork(List<FurtherWork> works, PurgeLease lease, PurgeSettings settings, TransactionOperations transaction) {
		this.works = works;
		this.lease = lease;
		this.settings = settings;
		this.transaction = transaction;
	}

	/** Does as many pieces as a batch has rows, and leaves the rest for the next time. */
	void run() throws InterruptedException {
		try {
			for (FurtherWork work : this.works) {
				int pieces = 0;
				while (pieces < this.settings.batch() && next(work)) {
					pieces++;
				}
			}
		}
		finally {
			this.lease.letGo();
		}
	}

	private boolean next(FurtherWork work) throws InterruptedException {
		long begin = System.nanoTime();
		Boolean more = this.transaction.execute((status) -> this.lease.hold() && work.next());
		// Whoever shares the database with us gets nine tenths of the time.
		Thread.sleep(REST * Duration.ofNanos(System.nanoTime() - begin).toMillis() + 1);
		return Boolean.TRUE.equals(more);
	}

}
