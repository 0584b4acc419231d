package dev.quartet.auth.logout;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.authorizations.BrowserSession;
import dev.quartet.auth.authorizations.SessionGrants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends, in one transaction, what was granted in a browser session, and writes down which
 * clients must be told.
 */
@Component
class SignOut {

	private final SessionGrants grants;

	private final LogoutOutbox outbox;

	private final FrontChannel frontChannel;

	private final RegisteredClientRepository clients;

	private final ApplicationEventPublisher events;

	SignOut(SessionGrants grants, LogoutOutbox outbox, FrontChannel frontChannel, RegisteredClientRepository clients,
			ApplicationEventPublisher events) {
		this.grants = grants;
		this.outbox = outbox;
		this.frontChannel = frontChannel;
		this.clients = clients;
		this.events = events;
	}

	/** Answers what her browser has to load, so that other clients end their sessions. */
	@Transactional
	public List<String> of(Authentication person, @Nullable String clientId) {
		this.events.publishEvent(new SignedOut(person.getName(), clientId));
		if (!(person.getDetails() instanceof BrowserSession session)) {
			return List.of();
		}
		List<RegisteredClient> known = known(this.grants.end(person.getName(), session.sid()));
		List<String> reachable = known.stream()
			.filter((client) -> LogoutDelivery.address(client).isPresent())
			.map(RegisteredClient::getId)
			.toList();
		this.outbox.tell(reachable, person.getName(), session.sid());
		return known.stream().flatMap((client) -> this.frontChannel.address(client, session.sid()).stream()).toList();
	}

	/** Somebody else took over at her browser, which has gone on already. */
	@EventListener
	@Transactional
	public void takenOver(LogoutSuccessEvent event) {
		of(event.getAuthentication(), null);
	}

	private List<RegisteredClient> known(Set<String> clientIds) {
		return clientIds.stream().map(this.clients::findById).filter(Objects::nonNull).toList();
	}

}
