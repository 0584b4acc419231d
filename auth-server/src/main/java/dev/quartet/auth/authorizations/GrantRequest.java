package dev.quartet.auth.authorizations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Is what an authorization request says of grants (Grant Management for OAuth 2.0 §5.2),
 * as it was sent; what comes without a value does not come.
 */
public record GrantRequest(Optional<String> action, Optional<String> grantId) {

	/** Where a client finds its own grants, each under its id. */
	public static final String PATH = "/oauth2/grants";

	public static final String QUERY_SCOPE = "grant_management_query";

	public static final String REVOKE_SCOPE = "grant_management_revoke";

	/** No person can allow these: they are for the client itself. */
	public static final Set<String> SCOPES = Set.of(QUERY_SCOPE, REVOKE_SCOPE);

	private static final String ACTION = "grant_management_action";

	private static final String GRANT_ID = "grant_id";

	public static GrantRequest of(Map<String, Object> parameters) {
		return new GrantRequest(text(parameters, ACTION), text(parameters, GRANT_ID));
	}

	/** What it wants; empty if it says nothing or what nobody here knows. */
	public Optional<GrantAction> wanted() {
		return this.action.flatMap(GrantAction::of);
	}

	/** The grant that is to be changed; empty if none is. */
	public Optional<String> changed() {
		return wanted().filter((action) -> action != GrantAction.CREATE).flatMap((action) -> this.grantId);
	}

	Optional<UUID> changedId() {
		return changed().flatMap(GrantRequest::id);
	}

	/** Is empty for what cannot be the id of a grant. */
	static Optional<UUID> id(String text) {
		try {
			UUID id = UUID.fromString(text);
			// It has more spellings than we ever gave.
			return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(Map<String, Object> parameters, String name) {
		return Optional.ofNullable(parameters.get(name)).map(Object::toString).filter((value) -> !value.isEmpty());
	}

}
