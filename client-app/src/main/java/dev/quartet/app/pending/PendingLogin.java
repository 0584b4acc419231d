package dev.quartet.app.pending;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Is what must be known when a sign-in comes back.
 *
 * @param provider the registry's name of the provider
 * @param purpose what it is good for
 * @param session the hash of the session that asked; null if any session will do
 * @param experiment the fault to try; null for none
 * @param returnPath the page to go on to
 * @param redirectUri where the answer was asked to go
 * @param nonce what the ID token must repeat; null without ID token
 * @param verifier the PKCE verifier; null in OAuth 1.0a
 * @param temporaryToken the temporary credentials of OAuth 1.0a
 * @param temporarySecret their secret
 * @param recording the recording of the flow; null if there is none
 * @param startedAt when the browser left
 */
public record PendingLogin(String provider, Purpose purpose, @Nullable String session, @Nullable String experiment,
		String returnPath, String redirectUri, @Nullable String nonce, @Nullable String verifier,
		@Nullable String temporaryToken, @Nullable String temporarySecret, @Nullable String recording,
		Instant startedAt) {

	@Override
	public String toString() {
		return "PendingLogin[" + this.provider + ", " + this.purpose + "]";
	}

}
