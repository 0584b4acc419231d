package dev.quartet.auth.logout;

import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells clients of sign-outs, on a thread of its own that no person waits for. */
@Component
class LogoutWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(LogoutWorker.class);

	private final LogoutDelivery delivery;

	private final LogoutSettings settings;

	private final Clock clock;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private @Nullable ScheduledFuture<?> working;

	LogoutWorker(LogoutDelivery delivery, LogoutSettings settings, Clock clock) {
		this.delivery = delivery;
		this.settings = settings;
		this.clock = clock;
		this.scheduler.setThreadNamePrefix("logout-");
		this.scheduler.setDaemon(true);
	}

	@Override
	public synchronized void start() {
		this.scheduler.initialize();
		this.working = this.scheduler.scheduleWithFixedDelay(this::work,
				this.clock.instant().plus(this.settings.sendEvery()), this.settings.sendEvery());
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
			int more;
			do {
				more = this.delivery.run();
			}
			while (more > 0);
		}
		catch (DataAccessException | TransactionException | CompletionException ex) {
			log.warn("Clients could not be told of sign-outs this time", ex);
		}
	}

}
