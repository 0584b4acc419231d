package dev.quartet.auth.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.quartet.auth.purge.ExpiredRows;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether another password may be tried: whoever finds a browser open must not
 * guess her password there.
 */
@Component
class PasswordTries {

	private static final int MOST = 10;

	private static final Duration COUNTED_FOR = Duration.ofMinutes(15);

	private final WrongPasswordCounts counts;

	private final Clock clock;

	PasswordTries(WrongPasswordCounts counts, Clock clock) {
		this.counts = counts;
		this.clock = clock;
	}

	@Bean
	static ExpiredRows forgottenWrongPasswords() {
		return ExpiredRows.of("wrong_password", "counted_until", Duration.ZERO, "user_id");
	}

	/**
	 * Counts a try as a wrong one, before it is known. Answers until when no more are
	 * taken, or nothing.
	 */
	@Transactional
	public Optional<Instant> begin(String userId) {
		Instant now = this.clock.instant();
		this.counts.begin(userId, now);
		if (this.counts.another(userId, MOST, now, now.plus(COUNTED_FOR)) == 1) {
			return Optional.empty();
		}
		return this.counts.findById(userId).map(WrongPasswords::countedUntil);
	}

	/** It was the right one. */
	@Transactional
	public void succeed(String userId) {
		this.counts.forget(userId);
	}

}
