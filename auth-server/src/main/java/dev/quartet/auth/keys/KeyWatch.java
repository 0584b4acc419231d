package dev.quartet.auth.keys;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/**
 * Looks after the keys every few seconds, on a thread of its own that no other work can
 * hold up.
 */
class KeyWatch implements SmartLifecycle {

	/** Comes first: without its keys a server need not do anything else. */
	private static final int PHASE = 50;

	/** Most clients use these; the first keys of the others can wait a moment. */
	private static final List<TokenAlgorithm> AT_ONCE = List.of(TokenAlgorithm.ES256, TokenAlgorithm.RS256);

	private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

	private final KeyRing keys;

	private final Duration pause;

	private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

	private @Nullable ScheduledFuture<?> looking;

	private volatile boolean failing;

	KeyWatch(KeyRing keys, Duration pause) {
		this.keys = keys;
		this.pause = pause;
		this.scheduler.setThreadNamePrefix("keys-");
		this.scheduler.setDaemon(true);
	}

	@Override
	public synchronized void start() {
		AT_ONCE.forEach(this.keys::signing);
		this.scheduler.initialize();
		this.looking = this.scheduler.scheduleWithFixedDelay(this::look, this.pause);
	}

	@Override
	public synchronized void stop() {
		if (this.looking != null) {
			this.looking.cancel(false);
			this.looking = null;
		}
		this.scheduler.shutdown();
	}

	@Override
	public synchronized boolean isRunning() {
		return this.looking != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private void look() {
		try {
			this.keys.follow();
			if (this.failing) {
				log.info("The signing keys can be read again");
			}
			this.failing = false;
		}
		catch (DataAccessException | TransactionException ex) {
			if (!this.failing) {
				log.warn("The signing keys cannot be read; those that are known stay in use", ex);
			}
			this.failing = true;
		}
	}

}
