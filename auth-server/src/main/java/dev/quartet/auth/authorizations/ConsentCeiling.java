package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.users.Users;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Decides, while a grant is made, whether its person still allows all of it. The tokens
 * are signed by then, so there is nothing in between.
 */
@Component
class ConsentCeiling {

	private final Grants grants;

	private final SessionGrants sessions;

	private final ObjectProvider<StandingConsents> consents;

	private final RegisteredClientRepository clients;

	private final Users people;

	ConsentCeiling(Grants grants, SessionGrants sessions, ObjectProvider<StandingConsents> consents,
			RegisteredClientRepository clients, Users people) {
		this.grants = grants;
		this.sessions = sessions;
		this.consents = consents;
		this.clients = clients;
		this.people = people;
	}

	/** Until when it may last; empty if nothing sets an end. */
	Optional<Instant> check(OAuth2Authorization authorization, SignIn signIn, Optional<Grant> changed) {
		// What she takes back or leaves now waits for this transaction, or this for hers.
		this.grants.lockPerson(signIn.userId());
		if (this.sessions.comesTooLate(authorization)) {
			throw Refusals.invalidGrant("The person has signed out since");
		}
		// A session lasts longer than the permission to have one.
		if (!this.people.existsByIdAndDisabledAtIsNull(signIn.userId())) {
			throw Refusals.invalidGrant("The person may no longer sign in");
		}
		RegisteredClient client = this.clients.findById(authorization.getRegisteredClientId());
		if (client == null) {
			throw Refusals.invalidGrant("The client is no longer registered");
		}
		Optional<Instant> allowed = client.getClientSettings().isRequireAuthorizationConsent()
				? standing(authorization, signIn.userId(), changed) : Optional.empty();
		return this.sessions.until(authorization, allowed);
	}

	private Optional<Instant> standing(OAuth2Authorization authorization, String userId, Optional<Grant> changed) {
		Set<String> missing = scopes(authorization);
		StandingConsents.Standing standing = this.consents.getObject()
			.of(userId, authorization.getRegisteredClientId(), Set.copyOf(missing));
		missing.removeAll(standing.scopes());
		Optional<Instant> until = Optional.ofNullable(standing.until());
		if (missing.isEmpty()) {
			return until;
		}
		// What a grant has that she allowed once only stays in it, but not for longer.
		Instant end = changed.filter((grant) -> has(grant, missing))
			.map(Grant::expiresAt)
			.orElseThrow(() -> Refusals.invalidGrant("The person has taken back what she allowed"));
		return Optional.of(until.filter(end::isAfter).orElse(end));
	}

	private static boolean has(Grant grant, Set<String> scopes) {
		Set<String> has = new HashSet<>(grant.scopes());
		has.addAll(grant.claims().scopes());
		return has.containsAll(scopes);
	}

	// A claim that was asked for by name is allowed with the scope that stands for it.
	private static Set<String> scopes(OAuth2Authorization authorization) {
		Set<String> scopes = new HashSet<>(authorization.getAuthorizedScopes());
		NamedClaims named = authorization.getAttribute(NamedClaims.class.getName());
		scopes.addAll(Objects.requireNonNullElse(named, NamedClaims.NONE).scopes());
		return scopes;
	}

}
