package dev.quartet.auth.consents;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.authorizations.SessionEnded;
import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what a person decides about a client: what she allows is remembered, what
 * she takes back is gone from all that was granted, and each decision leaves a receipt.
 */
@Component
public class ConsentDecisions {

	private final Consents consents;

	private final PersonGrants grants;

	private final ConsentReceipts receipts;

	private final ScopeCatalogue catalogue;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ConsentDecisions(Consents consents, PersonGrants grants, ConsentReceipts receipts, ScopeCatalogue catalogue,
			ApplicationEventPublisher events, Clock clock) {
		this.consents = consents;
		this.grants = grants;
		this.receipts = receipts;
		this.catalogue = catalogue;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What was allowed holds for as long as she said, what was shown and not allowed no
	 * longer does, and what was not shown stays as it was.
	 */
	@Transactional
	void allow(Allowance allowance) {
		Instant now = this.clock.instant();
		Map<String, Consent> before = locked(allowance.userId(), allowance.clientId());
		this.catalogue.find(allowance.allowed()).forEach((scope) -> {
			Consent known = before.get(scope.name());
			if (known != null) {
				known.renew(scope, now, allowance);
			}
			else {
				Consent.Key key = new Consent.Key(allowance.userId(), allowance.clientId(), scope.name());
				this.consents.save(new Consent(key, scope, now, allowance));
			}
		});
		takeAway(allowance.userId(), allowance.clientId(), before, allowance.refused(), EndedBy.PERSON);
		Instant end = allowance.howLong().end(now);
		if (end != null) {
			this.grants.limit(allowance.userId(), allowance.clientId(), end);
		}
		this.receipts.allowed(allowance, now);
		this.events.publishEvent(ConsentEvent.given(allowance.userId(), allowance.clientId(), allowance.allowed()));
	}

	/** She said no; what she allowed before stays allowed. */
	@Transactional
	void deny(String userId, String clientId, Set<String> shown) {
		this.receipts.scopes(userId, clientId, Decision.DENIED, shown);
		this.events.publishEvent(ConsentEvent.denied(userId, clientId));
	}

	/**
	 * Takes these scopes back, without touching the others. Tells whether any of them was
	 * allowed.
	 * @param decision who decided that and why
	 */
	@Transactional
	public boolean narrow(String userId, String clientId, Set<String> scopes, Decision decision) {
		Map<String, Consent> before = locked(userId, clientId);
		Set<String> gone = new HashSet<>(scopes);
		gone.retainAll(before.keySet());
		if (gone.isEmpty()) {
			return false;
		}
		takeAway(userId, clientId, before, gone, (decision == Decision.DISUSED) ? EndedBy.DISUSE : EndedBy.PERSON);
		this.receipts.scopes(userId, clientId, decision, gone);
		this.events.publishEvent(ConsentEvent.narrowed(userId, clientId, gone, decision));
		return true;
	}

	/** Ends all of it at that time, unless it ends before. */
	@Transactional
	public boolean shorten(String userId, String clientId, Instant until) {
		Map<String, Consent> before = locked(userId, clientId);
		List<Consent> shorter = before.values().stream().filter((consent) -> consent.shorten(until)).toList();
		if (shorter.isEmpty()) {
			return false;
		}
		this.grants.limit(userId, clientId, until);
		this.receipts.shortened(userId, clientId, until, shorter.stream().map(Consent::scope).toList());
		this.events.publishEvent(ConsentEvent.shortened(userId, clientId, until));
		return true;
	}

	/** Takes back everything: no token of the client works for her any more. */
	@Transactional
	public boolean revoke(String userId, String clientId) {
		Map<String, Consent> before = locked(userId, clientId);
		if (before.isEmpty() && this.grants.activeOf(userId, clientId).isEmpty()) {
			return false;
		}
		this.consents.deleteAll(before.values());
		this.grants.endAll(userId, clientId, EndedBy.PERSON);
		this.receipts.scopes(userId, clientId, Decision.REVOKED, before.keySet());
		this.events.publishEvent(ConsentEvent.withdrawn(userId, clientId));
		return true;
	}

	/** Takes back everything from everybody; answers how many lost something. */
	@Transactional
	public long revokeAll(String userId) {
		this.consents.lock(userId);
		Set<String> clients = this.consents.find(userId).stream().map(Consent::clientId).collect(Collectors.toSet());
		this.grants.activeOf(userId).forEach((grant) -> clients.add(grant.clientId()));
		return clients.stream().filter((client) -> revoke(userId, client)).count();
	}

	/** What she allowed for one browser session ends with it. */
	@EventListener
	@Transactional
	public void ended(SessionEnded session) {
		this.consents.findBySession(session.sid())
			.stream()
			.collect(Collectors.groupingBy(Consent::clientId))
			.forEach((client, all) -> {
				String userId = all.get(0).userId();
				takeAway(userId, client, locked(userId, client),
						all.stream().map(Consent::scope).collect(Collectors.toSet()), EndedBy.SIGN_OUT);
			});
	}

	private void takeAway(String userId, String clientId, Map<String, Consent> before, Set<String> scopes, EndedBy by) {
		List<Consent> gone = scopes.stream().filter(before::containsKey).map(before::get).toList();
		if (!gone.isEmpty()) {
			this.consents.deleteAll(gone);
			this.grants.narrow(userId, clientId, gone.stream().map(Consent::scope).collect(Collectors.toSet()), by);
		}
	}

	// Two answers in one instant would otherwise insert the same rows, or add up to more
	// than she allowed in either.
	private Map<String, Consent> locked(String userId, String clientId) {
		this.consents.lock(userId);
		return this.consents.find(userId, clientId)
			.stream()
			.collect(Collectors.toMap(Consent::scope, Function.identity()));
	}

}
