package dev.quartet.app.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many do the same at the same moment. */
public final class Race {

	private Race() {
	}

	/** What each of them got. */
	public static <T> List<T> of(int runners, Callable<T> step) {
		ExecutorService threads = Executors.newFixedThreadPool(runners);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<T>> running = new ArrayList<>();
			for (int count = 0; count < runners; count++) {
				running.add(threads.submit(() -> {
					start.await();
					return step.call();
				}));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

}
