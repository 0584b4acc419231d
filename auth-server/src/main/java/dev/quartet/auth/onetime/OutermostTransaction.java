package dev.quartet.auth.onetime;

import java.lang.reflect.Method;

import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Decides that only the whole transaction is tried again: a part of one that failed
 * cannot be.
 */
class OutermostTransaction implements MethodRetryPredicate {

	@Override
	public boolean shouldRetry(Method method, Throwable failure) {
		return !TransactionSynchronizationManager.isActualTransactionActive();
	}

}
