package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person see what she has granted, and take back some or all of it. What is
 * granted at the same moment waits for its turn.
 */
@Component
public class PersonGrants {

	/** With these alone a client gets at nothing. */
	private static final Set<String> WORTH_NOTHING = Set.of(OidcScopes.OPENID, GrantView.OFFLINE_ACCESS);

	private final Grants grants;

	private final GrantedAuthorizations granted;

	private final GrantViews views;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PersonGrants(Grants grants, GrantedAuthorizations granted, GrantViews views, ApplicationEventPublisher events,
			Clock clock) {
		this.grants = grants;
		this.granted = granted;
		this.views = views;
		this.events = events;
		this.clock = clock;
	}

	/** What can still be used, the newest first. */
	@Transactional(readOnly = true)
	public List<GrantView> activeOf(String userId) {
		return this.grants.findActive(userId, this.clock.instant()).stream().map(this.views::of).toList();
	}

	/** The same of one client. */
	@Transactional(readOnly = true)
	public List<GrantView> activeOf(String userId, String clientId) {
		return active(userId, clientId).stream().map(this.views::of).toList();
	}

	/**
	 * One that a client names; empty if it is not that client's and hers, or has ended.
	 */
	@Transactional(readOnly = true)
	public Optional<GrantView> find(String userId, String clientId, String grantId) {
		return uuid(grantId).flatMap(this.grants::findById)
			.filter((grant) -> grant.refreshableAt(this.clock.instant()) && grant.userId().equals(userId)
					&& grant.clientId().equals(clientId))
			.map(this.views::of);
	}

	// Not every spelling of an id is one that a client was given.
	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text)).filter((id) -> id.toString().equals(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Takes these scopes away from all that the client has, and the claims that hang on
	 * them; what is left with nothing to get at ends.
	 */
	@Transactional
	public void narrow(String userId, String clientId, Set<String> scopesTakenAway) {
		narrow(userId, clientId, scopesTakenAway, EndedBy.PERSON);
	}

	/** The same on behalf of somebody else. */
	@Transactional
	public void narrow(String userId, String clientId, Set<String> scopesTakenAway, EndedBy by) {
		this.grants.lockPerson(userId);
		active(userId, clientId).forEach((grant) -> narrow(grant, scopesTakenAway, by));
	}

	/** Lets nothing that the client has last longer than this. */
	@Transactional
	public void limit(String userId, String clientId, Instant until) {
		this.grants.lockPerson(userId);
		active(userId, clientId).stream()
			.filter((grant) -> this.grants.limit(grant.getId(), until, this.clock.instant()) == 1)
			.forEach((grant) -> this.events.publishEvent(GrantEvent.limited(grant, until)));
	}

	/** Ends all that the client has. */
	@Transactional
	public void endAll(String userId, String clientId, EndedBy by) {
		this.grants.lockPerson(userId);
		active(userId, clientId).forEach((grant) -> this.granted.end(grant.getId(), by));
	}

	/** Ends one; answers {@code false} if it is not hers or has ended before. */
	@Transactional
	public boolean end(String userId, UUID grantId, EndedBy by) {
		this.grants.lockPerson(userId);
		return this.grants.findById(grantId).filter((grant) -> grant.userId().equals(userId)).isPresent()
				&& this.granted.end(grantId, by);
	}

	private void narrow(Grant grant, Set<String> takenAway, EndedBy by) {
		Set<String> scopes = new LinkedHashSet<>(grant.scopes());
		scopes.removeAll(takenAway);
		NamedClaims claims = grant.claims().without(takenAway);
		if (scopes.equals(grant.scopes()) && claims.equals(grant.claims())) {
			return;
		}
		if (WORTH_NOTHING.containsAll(scopes) && claims.equals(NamedClaims.NONE)) {
			this.granted.end(grant.getId(), by);
		}
		else if (this.grants.narrow(grant.getId(), words(grant.scopes()), words(scopes), claims,
				this.clock.instant()) == 1) {
			this.events.publishEvent(GrantEvent.narrowed(grant, new TreeSet<>(takenAway), by));
		}
	}

	private static String words(Set<String> scopes) {
		return String.join(" ", scopes);
	}

	private List<Grant> active(String userId, String clientId) {
		return this.grants.findActive(userId, this.clock.instant())
			.stream()
			.filter((grant) -> grant.clientId().equals(clientId))
			.toList();
	}

}
