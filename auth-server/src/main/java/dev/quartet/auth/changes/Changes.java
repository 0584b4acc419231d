package dev.quartet.auth.changes;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts the changes of something stored that were made on this instance.
 *
 * <p>
 * Whoever remembers what was read notes the count from before reading, and forgets it
 * when the count has moved on: then a reader that was overtaken by a commit cannot bring
 * the old state back.
 */
public class Changes {

	private final AtomicLong count = new AtomicLong();

	public long count() {
		return this.count.get();
	}

	/** Counts a change when the transaction that makes it is over. */
	public void announce() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			this.count.incrementAndGet();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				// A commit whose outcome is unknown counts as well.
				Changes.this.count.incrementAndGet();
			}

		});
	}

	/**
	 * Tells whether others may see what is read now: a transaction reads its own changes,
	 * which may yet be undone.
	 */
	public static boolean areSettled() {
		return !TransactionSynchronizationManager.isActualTransactionActive();
	}

}
