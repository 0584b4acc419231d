package dev.quartet.auth.protocol;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * Keeps the framework from tracking sessions in memory to find a {@code sid}: ours is
 * part of the grant, so it is right after a restart, on every instance and with several
 * browsers.
 */
@Component
class NoSessions implements SessionRegistry {

	@Override
	public List<Object> getAllPrincipals() {
		return List.of();
	}

	@Override
	public List<SessionInformation> getAllSessions(Object principal, boolean includeExpiredSessions) {
		return List.of();
	}

	@Override
	public @Nullable SessionInformation getSessionInformation(String sessionId) {
		return null;
	}

	@Override
	public void refreshLastRequest(String sessionId) {
		// nothing is tracked
	}

	@Override
	public void registerNewSession(String sessionId, Object principal) {
		// nothing is tracked
	}

	@Override
	public void removeSessionInformation(String sessionId) {
		// nothing is tracked
	}

}
