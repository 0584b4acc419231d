package dev.quartet.auth.users;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * Decides how many passwords are hashed at once: half of the processors, so that a flood
 * of sign-ins leaves the other half, and the memory, to everybody else.
 */
class HashSlots {

	private static final int LONGEST_WAIT_SECONDS = 5;

	private final Semaphore slots = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

	/** Works when it is its turn, or refuses when that takes too long. */
	<T> T run(Supplier<T> work) {
		if (!isOurTurn()) {
			throw new AuthenticationServiceException("Too many people sign in at once");
		}
		try {
			return work.get();
		}
		finally {
			this.slots.release();
		}
	}

	private boolean isOurTurn() {
		try {
			return this.slots.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
