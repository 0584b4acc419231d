package dev.quartet.auth.uses;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes down what was used from time to time, and at the end, on a thread of its own
 * that no request waits for.
 */
@Component
class UseWriter implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(UseWriter.class);

	private static final int BATCH = 200;

	private static final int LONGEST_WRITE_SECONDS = 5;

	private final RecentUses uses;

	private final LastUses written;

	private final UsesSettings settings;

	private final Clock clock;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private @Nullable ScheduledFuture<?> working;

	UseWriter(RecentUses uses, LastUses written, UsesSettings settings, Clock clock) {
		this.uses = uses;
		this.written = written;
		this.settings = settings;
		this.clock = clock;
		this.scheduler.setThreadNamePrefix("uses-");
		this.scheduler.setDaemon(true);
		// an interrupted write could close the embedded database
		this.scheduler.setWaitForTasksToCompleteOnShutdown(true);
		this.scheduler.setAwaitTerminationSeconds(LONGEST_WRITE_SECONDS);
	}

	@Override
	public synchronized void start() {
		this.scheduler.initialize();
		this.working = this.scheduler.scheduleWithFixedDelay(this::write,
				this.clock.instant().plus(this.settings.writeEvery()), this.settings.writeEvery());
	}

	@Override
	public synchronized void stop() {
		if (this.working != null) {
			this.working.cancel(false);
			this.working = null;
		}
		this.scheduler.shutdown();
		write();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.working != null;
	}

	/** Ends after whatever answers requests, which may still use something. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** Writes what waits now; what cannot be written waits for the next time. */
	void write() {
		List<Map<Use, Instant>> later = new ArrayList<>();
		try {
			writeAll(later);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Uses of permissions could not be written this time", ex);
		}
		later.forEach((uses) -> uses.forEach(this.uses::note));
		long dropped = this.uses.takeDropped();
		if (dropped > 0) {
			log.warn("{} uses of permissions were not counted: more than quartet.uses.most-waiting = {} were waiting",
					dropped, this.settings.mostWaiting());
		}
	}

	private void writeAll(List<Map<Use, Instant>> later) {
		Map<Use, Instant> batch = this.uses.take(BATCH);
		while (!batch.isEmpty()) {
			later.add(batch);
			later.set(later.size() - 1, this.written.write(batch));
			batch = this.uses.take(BATCH);
		}
	}

}
