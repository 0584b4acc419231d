package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Makes a grant of what a person has allowed, unless she has signed out or taken it back
 * since.
 */
@Component
class NewGrants {

	private final Grants grants;

	private final SessionGrants sessions;

	private final ConsentCeiling ceiling;

	private final GrantSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	NewGrants(Grants grants, SessionGrants sessions, ConsentCeiling ceiling, GrantSettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.grants = grants;
		this.sessions = sessions;
		this.ceiling = ceiling;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	void make(OAuth2Authorization authorization) {
		SignIn signIn = authorization.getAttribute(SignIn.class.getName());
		if (signIn == null) {
			throw new IllegalStateException("Only a person who signed in can grant anything");
		}
		if (this.sessions.comesTooLate(authorization)) {
			throw Refusals.invalidGrant("The person has signed out since");
		}
		Optional<Instant> until = this.ceiling.check(authorization, signIn.userId());
		Instant now = this.clock.instant();
		Grant grant = new Grant(authorization, signIn, now, this.settings.expiresAt(now, until),
				this.settings.idleUntil(now));
		this.events.publishEvent(GrantEvent.made(this.grants.save(grant)));
	}

}
