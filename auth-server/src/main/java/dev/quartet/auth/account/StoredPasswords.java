package dev.quartet.auth.account;

import java.time.Instant;

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

	StoredPasswords(Users users, ApplicationEventPublisher events) {
		this.users = users;
		this.events = events;
	}

	/** Tells whether it was this hash that was replaced: of several, one wins. */
	@Transactional
	public boolean replace(String userId, String current, String next, Instant now, boolean disconnectApps) {
		if (this.users.replacePassword(userId, current, next, now) == 0) {
			return false;
		}
		this.events.publishEvent(AccountEvent.passwordChanged(userId));
		this.events.publishEvent(new PasswordChanged(userId, disconnectApps));
		return true;
	}

}
