package dev.quartet.app.tokens;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps the tokens in the server's session, with one lock for all that change them. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

	private static final String TOKENS = SessionTokens.class.getName() + ".tokens";

	private static final String LOCK = SessionTokens.class.getName() + ".lock";

	Optional<OAuth2AuthorizedClient> find(@Nullable HttpSession session) {
		return (session != null) ? Optional.ofNullable((OAuth2AuthorizedClient) session.getAttribute(TOKENS))
				: Optional.empty();
	}

	void replace(HttpSession session, OAuth2AuthorizedClient tokens) {
		session.setAttribute(TOKENS, tokens);
	}

	void remove(HttpSession session) {
		session.removeAttribute(TOKENS);
	}

	synchronized ReentrantLock lockOf(HttpSession session) {
		if (session.getAttribute(LOCK) instanceof ReentrantLock lock) {
			return lock;
		}
		ReentrantLock lock = new ReentrantLock();
		session.setAttribute(LOCK, lock);
		return lock;
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registrationId,
			Authentication principal, HttpServletRequest request) {
		return (T) find(request.getSession(false)).orElse(null);
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient tokens, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession();
		// A refresh under way must not overwrite the tokens of a newer sign-in.
		ReentrantLock lock = lockOf(session);
		lock.lock();
		try {
			replace(session, tokens);
		}
		finally {
			lock.unlock();
		}
	}

	@Override
	public void removeAuthorizedClient(String registrationId, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			remove(session);
		}
	}

}
