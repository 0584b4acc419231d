package dev.quartet.auth.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Lets many try the same thing in the same instant, again and again. */
public final class Race {

	public static final int RACERS = 24;

	private Race() {
	}

	/** The results of one round. */
	public static <T> List<T> of(Callable<T> attempt) {
		return rounds(1, (round) -> attempt).get(0);
	}

	/** The results of each round; a round begins when the one before is over. */
	public static <T> List<List<T>> rounds(int rounds, Function<Integer, Callable<T>> prepare) {
		ExecutorService racers = Executors.newFixedThreadPool(RACERS);
		try {
			List<List<T>> results = new ArrayList<>();
			for (int round = 0; round < rounds; round++) {
				results.add(run(racers, prepare.apply(round)));
			}
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new AssertionError("An attempt failed in a way that no racer may", ex.getCause());
		}
		finally {
			racers.shutdownNow();
		}
	}

	private static <T> List<T> run(ExecutorService racers, Callable<T> attempt)
			throws InterruptedException, ExecutionException {
		CyclicBarrier start = new CyclicBarrier(RACERS);
		List<Future<T>> running = new ArrayList<>();
		for (int racer = 0; racer < RACERS; racer++) {
			running.add(racers.submit(() -> {
				start.await();
				return attempt.call();
			}));
		}
		List<T> results = new ArrayList<>();
		for (Future<T> one : running) {
			results.add(one.get());
		}
		return results;
	}

}
