package dev.quartet.app.oauth2;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Is what a token endpoint gave (RFC 6749 §5.1), or OAuth 1.0a in its place.
 *
 * @param accessToken what calls are made with
 * @param refreshToken what renews it
 * @param tokenSecret what requests of OAuth 1.0a are signed with
 * @param idToken who signed in
 * @param scope what was granted, separated by spaces; null for all that was asked for
 * @param expiresAt the end of the access token; null if it was not told
 */
public record ReceivedTokens(String accessToken, @Nullable String refreshToken, @Nullable String tokenSecret,
		@Nullable String idToken, @Nullable String scope, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return "ReceivedTokens[scope=" + this.scope + ", expiresAt=" + this.expiresAt + "]";
	}

}
