package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Works out what a grant becomes that a client wants changed, before the tokens for it
 * are signed, and finds it as it was when they are given.
 */
@Component
class GrantChanges {

	private final Grants grants;

	private final ScopeCatalogue catalogue;

	private final Clock clock;

	GrantChanges(Grants grants, ScopeCatalogue catalogue, Clock clock) {
		this.grants = grants;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/** The grant that the request behind this wants changed, if it does. */
	static Optional<UUID> target(OAuth2Authorization authorization) {
		return request(authorization).changedId();
	}

	/**
	 * Adds what the tokens need to know of the grant, and to a merged one what it has;
	 * nothing if it has ended, which is refused where the change is made.
	 */
	OAuth2Authorization prepare(OAuth2Authorization allowed, Set<String> clientScopes) {
		return target(allowed).flatMap(this.grants::findById)
			.filter((grant) -> mayChange(grant, allowed))
			.map((grant) -> prepared(allowed, grant, clientScopes))
			.orElse(allowed);
	}

	/**
	 * Holds the grant, so that nobody else changes it until this transaction is over.
	 * @throws GrantChangedMeanwhile if somebody did since the tokens were signed
	 */
	Grant hold(UUID id, OAuth2Authorization authorization) {
		GrantChange change = authorization.getAttribute(GrantChange.class.getName());
		Optional<Grant> held = this.grants.lock(id).filter((grant) -> mayChange(grant, authorization));
		if (change == null || held.isEmpty()) {
			throw Refusals.invalidGrant("The grant that was to be changed has ended");
		}
		return held.filter((grant) -> grant.asChangeable().equals(change)).orElseThrow(GrantChangedMeanwhile::new);
	}

	static boolean isMerge(OAuth2Authorization authorization) {
		return request(authorization).wanted().filter((action) -> action == GrantAction.MERGE).isPresent();
	}

	private static GrantRequest request(OAuth2Authorization authorization) {
		OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
		// A device has none.
		return (request == null) ? new GrantRequest(Optional.empty(), Optional.empty())
				: GrantRequest.of(request.getAdditionalParameters());
	}

	private boolean mayChange(Grant grant, OAuth2Authorization authorization) {
		return grant.refreshableAt(this.clock.instant()) && grant.userId().equals(authorization.getPrincipalName())
				&& grant.clientId().equals(authorization.getRegisteredClientId());
	}

	private OAuth2Authorization prepared(OAuth2Authorization allowed, Grant grant, Set<String> clientScopes) {
		OAuth2Authorization.Builder prepared = OAuth2Authorization.from(allowed)
			.attribute(GrantChange.class.getName(), grant.asChangeable());
		if (isMerge(allowed)) {
			Set<String> scopes = both(grant.scopes(), allowed.getAuthorizedScopes());
			scopes.retainAll(clientScopes);
			prepared.authorizedScopes(scopes)
				.attribute(GrantedResources.class.getName(), resources(grant, allowed))
				.attribute(NamedClaims.class.getName(), claims(allowed).and(grant.claims().within(clientScopes)));
		}
		return prepared.build();
	}

	// None named means all that the scopes open: what that is must be named when others
	// come to it.
	private GrantedResources resources(Grant grant, OAuth2Authorization allowed) {
		GrantedResources named = allowed.getAttribute(GrantedResources.class.getName());
		Set<String> now = (named != null) ? named.identifiers() : Set.of();
		if (now.isEmpty() && grant.resources().isEmpty()) {
			return new GrantedResources(Set.of());
		}
		return new GrantedResources(
				both(now.isEmpty() ? this.catalogue.resourcesOf(allowed.getAuthorizedScopes()) : now,
						grant.resources().isEmpty() ? this.catalogue.resourcesOf(grant.scopes()) : grant.resources()));
	}

	private static NamedClaims claims(OAuth2Authorization allowed) {
		return Objects.requireNonNullElse(allowed.getAttribute(NamedClaims.class.getName()), NamedClaims.NONE);
	}

	private static Set<String> both(Set<String> one, Set<String> other) {
		return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
