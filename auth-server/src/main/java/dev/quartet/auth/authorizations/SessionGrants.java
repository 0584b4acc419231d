package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

	private final SessionLifetime sessions;

	private final Clock clock;

	SessionGrants(Grants grants, GrantedAuthorizations granted, Seen seen, SessionLifetime sessions,
			ApplicationEventPublisher events, Clock clock) {
		this.grants = grants;
		this.granted = granted;
		this.seen = seen;
		this.sessions = sessions;
		this.events = events;
		this.clock = clock;
	}

	/** Answers the ids of the clients that were given anything in this session. */
	@Transactional
	public Set<String> end(String userId, String sid) {
		// What is granted at the same moment is there by then, or finds the session
		// ended.
		this.grants.lockPerson(userId);
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
		return signIn(authorization).map(SignIn::sid)
			.filter((sid) -> this.seen.contains(SeenKind.ENDED_SESSION, sid))
			.isPresent();
	}

	/**
	 * Until when it may last: no longer than the session can, of which nobody tells when
	 * it ends by itself.
	 */
	Optional<Instant> until(OAuth2Authorization authorization, Optional<Instant> until) {
		return signIn(authorization).map((signIn) -> signIn.authTime().plus(this.sessions.lifetime()))
			.map((end) -> until.filter(end::isAfter).orElse(end))
			.or(() -> until);
	}

	/** In which session this would be granted, if it ends with it. */
	private static Optional<SignIn> signIn(OAuth2Authorization authorization) {
		SignIn signIn = authorization.getAttribute(SignIn.class.getName());
		return Optional.ofNullable(signIn)
			.filter((known) -> known.sid() != null
					&& !authorization.getAuthorizedScopes().contains(GrantView.OFFLINE_ACCESS));
	}

}
