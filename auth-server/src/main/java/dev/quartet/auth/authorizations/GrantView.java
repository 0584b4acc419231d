package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Shows a grant to whoever may look at it.
 *
 * @param resources the APIs that the scopes open
 * @param claims what the client asked for by name
 * @param refreshedAt when tokens were last issued
 * @param idleUntil when it ends if nobody uses it until then
 * @param updatedAt when somebody changed it, if anybody did
 * @param sid the browser session that it belongs to; a device's has none
 * @param offline whether it lasts longer than that session
 */
public record GrantView(UUID id, String clientId, Set<String> scopes, Set<String> resources, NamedClaims claims,
		Instant createdAt, @Nullable Instant updatedAt, @Nullable UpdatedBy updatedBy, Instant refreshedAt,
		Instant expiresAt, Instant idleUntil, @Nullable String sid, boolean offline, List<String> amr) {

	/** What a person allows for when she is away. */
	static final String OFFLINE_ACCESS = "offline_access";

	static GrantView of(Grant grant, Set<String> resources) {
		SignIn signIn = grant.signIn();
		return new GrantView(grant.getId(), grant.clientId(), grant.scopes(), resources, grant.claims(),
				grant.createdAt(), grant.updatedAt(), grant.updatedBy(), grant.refreshedAt(), grant.expiresAt(),
				grant.idleUntil(), signIn.sid(), grant.scopes().contains(OFFLINE_ACCESS), signIn.amr());
	}

}
