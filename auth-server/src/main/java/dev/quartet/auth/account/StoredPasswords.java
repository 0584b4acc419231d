package dev.quartet.auth.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.quartet.auth.users.PasswordChanged;
import dev.quartet.auth.users.Users;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces one password by another one, together with what follows from that. */
@Component
class StoredPasswords {

	private final Users users;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StoredPasswords(Users users, ApplicationEventPublisher events, Clock clock) {
		this.users = users;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Tells when this hash was replaced, if it was this one: of several, one wins.
	 * Whoever began to sign in before that moment does not stay signed in; who began
	 * later with the former password waits for the end of this and is refused.
	 */
	@Transactional
	public Optional<Instant> replace(String userId, String current, String next, boolean disconnectApps) {
		this.users.lock(userId);
		this.users.holdPassword(userId);
		// the database keeps no smaller parts, and her next sign-in must not come before
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (this.users.replacePassword(userId, current, next, now) == 0) {
			return Optional.empty();
		}
		this.events.publishEvent(AccountEvent.passwordChanged(userId));
		this.events.publishEvent(new PasswordChanged(userId, disconnectApps));
		return Optional.of(now);
	}

}
