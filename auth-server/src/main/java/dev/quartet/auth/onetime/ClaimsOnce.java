package dev.quartet.auth.onetime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs a claim and what it buys as one transaction. A refusal keeps what it decided (a
 * replay has killed its grant); where the database answers that two transactions cannot
 * both have happened (a serialization failure or a deadlock), the work is done again and
 * then sees who won.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(noRollbackFor = OAuth2AuthenticationException.class)
@Retryable(includes = ConcurrencyFailureException.class, predicate = OutermostTransaction.class, maxRetries = 8,
		delay = 5, jitter = 5, multiplier = 2, maxDelay = 100)
public @interface ClaimsOnce {

}
