package dev.quartet.api;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

/** Is a number of threads that all ask the same at a time. */
public final class Crowd {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

	private final List<Thread> threads;

	private Crowd(int size, Runnable question) {
		this.threads = IntStream.range(0, size).mapToObj((i) -> new Thread(() -> ask(question))).toList();
	}

	public static Crowd of(int size, Runnable question) {
		Crowd crowd = new Crowd(size, question);
		crowd.threads.forEach(Thread::start);
		return crowd;
	}

	/** Returns when each of them waits for its answer. */
	public Crowd awaitWaiting() {
		Awaitility.await()
			.atMost(LONGEST)
			.pollInterval(Duration.ofMillis(10))
			.until(() -> threads.stream().map(Thread::getState).allMatch(Crowd::waits));
		return this;
	}

	public boolean isWaiting() {
		return threads.stream().map(Thread::getState).allMatch(Crowd::waits);
	}

	/** Waits for all answers and tells which were none. */
	public List<RuntimeException> failures() {
		threads.forEach(Crowd::join);
		return List.copyOf(failures);
	}

	private void ask(Runnable question) {
		try {
			question.run();
		}
		catch (RuntimeException failure) {
			failures.add(failure);
		}
	}

	private static boolean waits(Thread.State state) {
		return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
	}

	private static void join(Thread thread) {
		try {
			thread.join(LONGEST.toMillis());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
