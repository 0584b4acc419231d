package dev.quartet.api.uses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.client.ResourceAccessException;

/**
 * Tells the issuer from time to time, and at the end, which permissions were used, on a
 * thread that no request waits for. While the issuer is away it asks less and less often.
 */
final class UseReporter implements SmartLifecycle {

	static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	private static final Logger log = LoggerFactory.getLogger(UseReporter.class);

	private static final int LONGEST_REPORT_SECONDS = 8;

	private final UsedScopes used;

	private final UsesEndpoint issuer;

	private final ReportSettings settings;

	private final Clock clock;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private volatile @Nullable ScheduledFuture<?> working;

	private Duration pause = Duration.ZERO;

	private Instant notBefore = Instant.MIN;

	UseReporter(UsedScopes used, UsesEndpoint issuer, ReportSettings settings, Clock clock) {
		this.used = used;
		this.issuer = issuer;
		this.settings = settings;
		this.clock = clock;
		scheduler.setThreadNamePrefix("uses-");
		scheduler.setDaemon(true);
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setAwaitTerminationSeconds(LONGEST_REPORT_SECONDS);
	}

	@Override
	public void start() {
		if (!settings.areComplete()) {
			log.info("Nobody learns here when permissions are used: QUARTET_API_CLIENT_ID and "
					+ "QUARTET_API_CLIENT_SECRET are not set");
			return;
		}
		scheduler.initialize();
		working = scheduler.scheduleWithFixedDelay(this::reportWhenDue, clock.instant().plus(settings.every()),
				settings.every());
	}

	@Override
	public void stop() {
		ScheduledFuture<?> task = working;
		if (task != null) {
			working = null;
			task.cancel(false);
			scheduler.shutdown();
			report();
		}
	}

	@Override
	public boolean isRunning() {
		return working != null;
	}

	/** Ends after whatever answers requests, which may still use something. */
	@Override
	public int getPhase() {
		return 0;
	}

	void reportWhenDue() {
		if (!clock.instant().isBefore(notBefore)) {
			report();
		}
	}

	private synchronized void report() {
		boolean taken = true;
		while (taken && !used.isEmpty()) {
			Map<UsedScope, Instant> batch = used.take(UsesEndpoint.MOST);
			taken = send(batch);
		}
	}

	private boolean send(Map<UsedScope, Instant> batch) {
		try {
			HttpStatusCode status = issuer.send(batch);
			if (status.is2xxSuccessful()) {
				workAgain();
				return true;
			}
			if (mayBeTakenLater(status)) {
				used.giveBack(batch);
			}
			waitLonger("it answers " + status.value());
		}
		catch (ResourceAccessException ex) {
			used.giveBack(batch);
			waitLonger(ex.getMessage());
		}
		return false;
	}

	// Whoever answers otherwise does not want this report, now or ever.
	private static boolean mayBeTakenLater(HttpStatusCode status) {
		return status.is5xxServerError() || status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
				|| status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
	}

	private void workAgain() {
		if (!pause.isZero()) {
			log.info("The issuer learns again which permissions are used");
		}
		pause = Duration.ZERO;
		notBefore = Instant.MIN;
	}

	private void waitLonger(@Nullable String reason) {
		if (pause.isZero()) {
			log.warn("The issuer cannot be told which permissions are used, and will be later: {}", reason);
		}
		Duration longer = pause.isZero() ? settings.every() : pause.multipliedBy(2);
		pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
		notBefore = clock.instant().plus(pause);
	}

}
