package dev.quartet.auth.purge;

import java.time.Clock;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Purges from time to time, on a thread of its own that no request waits for. */
@Component
class PurgeWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PurgeWorker.class);

	private final Purge purge;

	private final LeasedWork further;

	private final PurgeSettings settings;

	private final Clock clock;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private @Nullable ScheduledFuture<?> working;

	PurgeWorker(Purge purge, LeasedWork further, PurgeSettings settings, Clock clock) {
		this.purge = purge;
		this.further = further;
		this.settings = settings;
		this.clock = clock;
		this.scheduler.setThreadNamePrefix("purge-");
		this.scheduler.setDaemon(true);
	}

	@Override
	public synchronized void start() {
		this.scheduler.initialize();
		this.working = this.scheduler.scheduleWithFixedDelay(this::work,
				this.clock.instant().plus(this.settings.every()), this.settings.every());
	}

	@Override
	public synchronized void stop() {
		if (this.working != null) {
			this.working.cancel(true);
			this.working = null;
		}
		this.scheduler.shutdown();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.working != null;
	}

	private void work() {
		try {
			this.purge.run();
			this.further.run();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Expired rows could not be deleted this time", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
