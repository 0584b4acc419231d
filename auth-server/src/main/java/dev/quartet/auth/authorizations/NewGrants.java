package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Makes a grant of what a person has allowed, or changes the one that the client named.
 */
@Component
class NewGrants {

	private final Grants grants;

	private final GrantChanges changes;

	private final ConsentCeiling ceiling;

	private final GrantSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	NewGrants(Grants grants, GrantChanges changes, ConsentCeiling ceiling, GrantSettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.grants = grants;
		this.changes = changes;
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
		Optional<UUID> changed = GrantChanges.target(authorization);
		if (changed.isPresent()) {
			change(changed.get(), authorization, signIn);
			return;
		}
		Optional<Instant> until = this.ceiling.check(authorization, signIn, Optional.empty());
		Instant now = this.clock.instant();
		Grant grant = new Grant(authorization, signIn, now, this.settings.expiresAt(now, until),
				this.settings.idleUntil(now));
		this.events.publishEvent(GrantEvent.made(this.grants.save(grant)));
	}

	private void change(UUID id, OAuth2Authorization authorization, SignIn signIn) {
		this.grants.lockPerson(signIn.userId());
		Grant grant = this.changes.hold(id, authorization);
		Optional<Instant> until = this.ceiling.check(authorization, signIn, Optional.of(grant));
		Instant now = this.clock.instant();
		grant.change(authorization, signIn, now, this.settings.expiresAt(now, until), this.settings.idleUntil(now));
		this.events.publishEvent(GrantEvent.changed(grant, GrantChanges.isMerge(authorization)));
	}

}
