package dev.quartet.auth.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does a number of things at once, each for so long at most: looking up a name, the
 * handshake and a body that trickles all count. What comes beyond that number fails.
 */
final class OutboundWork {

	private final ThreadPoolExecutor threads;

	private final Duration timeout;

	OutboundWork(int atOnce, Duration timeout) {
		this.threads = new ThreadPoolExecutor(0, atOnce, 1, TimeUnit.MINUTES, new SynchronousQueue<>(),
				OutboundWork::thread);
		this.timeout = timeout;
	}

	<T> CompletableFuture<T> begin(Asking<T> asking, Runnable cancel) {
		try {
			return CompletableFuture.supplyAsync(() -> answer(asking), this.threads)
				.orTimeout(this.timeout.toMillis(), TimeUnit.MILLISECONDS)
				.whenComplete((answer, failure) -> {
					if (failure instanceof TimeoutException) {
						cancel.run();
					}
				});
		}
		catch (RejectedExecutionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	void stop() {
		this.threads.shutdownNow();
	}

	private static <T> T answer(Asking<T> asking) {
		try {
			return asking.ask();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "outbound");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Is one question to an address.
	 *
	 * @param <T> what it answers
	 */
	interface Asking<T> {

		T ask() throws IOException;

	}

}
