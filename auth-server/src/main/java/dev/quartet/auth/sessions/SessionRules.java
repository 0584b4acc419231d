package dev.quartet.auth.sessions;

import java.time.Clock;

import dev.quartet.auth.authorizations.BrowserSession;
import dev.quartet.auth.users.Users;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Decides whether a person who signed in once is signed in still: not after the lifetime
 * of a session, not when she was disabled, not with the password of before.
 */
@Component
class SessionRules {

	private final Users users;

	private final SessionSettings settings;

	private final Clock clock;

	SessionRules(Users users, SessionSettings settings, Clock clock) {
		this.users = users;
		this.settings = settings;
		this.clock = clock;
	}

	boolean allow(Authentication person) {
		return !(person.getDetails() instanceof BrowserSession session)
				|| (isYoung(session) && this.users.standing(person.getName())
					.filter((standing) -> standing.allows(session.signedInAt()))
					.isPresent());
	}

	private boolean isYoung(BrowserSession session) {
		return session.signedInAt().plus(this.settings.lifetime()).isAfter(this.clock.instant());
	}

}
