package dev.quartet.auth.apps;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.consents.ConsentDecisions;
import dev.quartet.auth.consents.GivenConsent;
import dev.quartet.auth.consents.GivenConsents;
import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.users.PasswordChanged;
import dev.quartet.auth.uses.ConsentUse;
import dev.quartet.auth.uses.Disuse;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the applications that a person has let in. */
@Component
class ConnectedApps {

	private final GivenConsents consents;

	private final PersonGrants grants;

	private final Disuse disuse;

	private final ConsentDecisions decisions;

	private final Clock clock;

	ConnectedApps(GivenConsents consents, PersonGrants grants, Disuse disuse, ConsentDecisions decisions, Clock clock) {
		this.consents = consents;
		this.grants = grants;
		this.disuse = disuse;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** By client id. */
	@Transactional(readOnly = true)
	public List<ConnectedApp> of(String userId) {
		Map<String, List<GivenConsent>> given = this.consents.of(userId)
			.stream()
			.collect(Collectors.groupingBy(GivenConsent::clientId));
		Map<String, List<GrantView>> granted = this.grants.activeOf(userId)
			.stream()
			.collect(Collectors.groupingBy(GrantView::clientId));
		Map<String, List<String>> disused = this.disuse.suggestions(userId)
			.stream()
			.collect(Collectors.groupingBy(ConsentUse::clientId,
					Collectors.mapping(ConsentUse::scope, Collectors.toList())));
		TreeSet<String> clients = new TreeSet<>(given.keySet());
		clients.addAll(granted.keySet());
		return clients.stream()
			.map((client) -> new ConnectedApp(client, given.getOrDefault(client, List.of()),
					granted.getOrDefault(client, List.of()), disused.getOrDefault(client, List.of())))
			.toList();
	}

	Optional<ConnectedApp> of(String userId, String clientId) {
		return of(userId).stream().filter((app) -> app.clientId().equals(clientId)).findFirst();
	}

	/**
	 * Carries out what another application asks for in her name; refuses whatever would
	 * not take something back.
	 */
	@Transactional
	public void change(String userId, AppChange change) {
		ConnectedApp app = of(userId, change.clientId()).orElseThrow(ApiRefused::unknownApp);
		Set<String> gone = change.takenFrom(app);
		change.end(app, this.clock.instant())
			.ifPresent((until) -> this.decisions.shorten(userId, change.clientId(), until));
		this.decisions.narrow(userId, change.clientId(), gone, Decision.NARROWED);
	}

	/** Whoever knew her old password may have let applications in. */
	@EventListener
	@Transactional
	public void changed(PasswordChanged password) {
		if (password.disconnectApps()) {
			this.decisions.revokeAll(password.userId());
		}
	}

}
