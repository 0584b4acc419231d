package dev.quartet.auth.uses;

import java.time.Instant;
import java.util.Optional;

/**
 * Is one permission that a person gave to a client, and when it was last used at which
 * place: an API's identifier, or the address of the userinfo endpoint.
 */
public record ConsentUse(String clientId, String scope, Instant grantedAt, Optional<Instant> lastUsedAt,
		Optional<String> lastUsedBy) {

	/** Neither given nor used since then. */
	boolean isDisusedSince(Instant time) {
		return this.grantedAt.isBefore(time) && this.lastUsedAt.filter((used) -> !used.isBefore(time)).isEmpty();
	}

}
