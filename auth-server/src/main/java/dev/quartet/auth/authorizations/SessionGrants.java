package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.quartet.auth.onetime.Seen;
import dev.quartet.auth.onetime.SeenKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what was granted in a browser session together with that session, except what a
 * person allowed for when she is away.
 */
@Component
public class SessionGrants {

	/** Longer than any code that was given before the end. */
	private static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);

	private final Grants grants;

	private final GrantedAuthorizations granted;

	private final Seen seen;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SessionGrants(Grants grants, GrantedAuthorizations granted, Seen seen, ApplicationEventPublisher events,
			Clock clock) {
		this.grants = grants;
		this.granted = granted;
		this.seen = seen;
		this.events = events;
		this.clock = clock;
	}

	/** Answers the ids of the clients that were given anything in this session. */
	@Transactional
	public Set<String> end(String sid) {
		Instant now = this.clock.instant();
		this.seen.remember(SeenKind.ENDED_SESSION, sid, now.plus(REMEMBERED_FOR));
		List<Grant> all = this.grants.findAll(sid);
		all.stream()
			.filter((grant) -> grant.activeAt(now) && !grant.scopes().contains(GrantView.OFFLINE_ACCESS))
			.forEach((grant) -> this.granted.end(grant.getId(), EndedBy.SIGN_OUT));
		this.events.publishEvent(new SessionEnded(sid, all.stream().map(Grant::userId).findFirst().orElse(null)));
		return all.stream().map(Grant::clientId).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Whether this would be granted in a session that has ended since it was asked. */
	boolean comesTooLate(OAuth2Authorization authorization) {
		SignIn signIn = authorization.getAttribute(SignIn.class.getName());
		return signIn != null && signIn.sid() != null
				&& !authorization.getAuthorizedScopes().contains(GrantView.OFFLINE_ACCESS)
				&& this.seen.contains(SeenKind.ENDED_SESSION, signIn.sid());
	}

}
