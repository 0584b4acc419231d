package dev.quartet.api.access.proof;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Forgets proofs that nobody takes any more, in small batches on a thread of its own. */
final class ProofPurge implements SmartLifecycle {

	private static final Duration EVERY = Duration.ofSeconds(10);

	private static final int LONGEST_BATCH_SECONDS = 5;

	private final SeenProofs seen;

	private final boolean enabled;

	private final Clock clock;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private volatile boolean working;

	private @Nullable ScheduledFuture<?> task;

	ProofPurge(SeenProofs seen, boolean enabled, Clock clock) {
		this.seen = seen;
		this.enabled = enabled;
		this.clock = clock;
		scheduler.setThreadNamePrefix("proofs-");
		scheduler.setDaemon(true);
		// An interrupt in the middle of a write would close an embedded database's file.
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setAwaitTerminationSeconds(LONGEST_BATCH_SECONDS);
	}

	@Override
	public void start() {
		if (enabled) {
			seen.open();
			working = true;
			scheduler.initialize();
			task = scheduler.scheduleWithFixedDelay(this::purge, EVERY);
		}
	}

	@Override
	public void stop() {
		working = false;
		if (task != null) {
			task.cancel(false);
			task = null;
			scheduler.shutdown();
		}
	}

	@Override
	public boolean isRunning() {
		return working;
	}

	/** The table is there before the first request and until after the last. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void purge() {
		try {
			boolean more = true;
			while (more && working) {
				long begin = System.nanoTime();
				more = seen.forget(clock.instant());
				// A longer rest would let a busy embedded database grow.
				Thread.sleep(Duration.ofNanos(System.nanoTime() - begin).toMillis());
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
