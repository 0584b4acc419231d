package dev.quartet.app.signin;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** Binds the pending sign-ins to the browser's session. */
@Component
class SessionPendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final String PENDING = PendingLogins.class.getName();

	private final Clock clock;

	SessionPendingLogins(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		return (state != null)
				? of(request).flatMap((pending) -> pending.find(state, this.clock.instant())).orElse(null) : null;
	}

	@Override
	public synchronized void saveAuthorizationRequest(OAuth2AuthorizationRequest login, HttpServletRequest request,
			HttpServletResponse response) {
		String state = login.getState();
		if (state == null) {
			throw new IllegalArgumentException("A sign-in needs a state");
		}
		PendingLogins pending = of(request).orElseGet(PendingLogins::new);
		pending.add(state, login, this.clock.instant());
		request.getSession().setAttribute(PENDING, pending);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		String state = request.getParameter(OAuth2ParameterNames.STATE);
		Optional<OAuth2AuthorizationRequest> login = (state != null)
				? of(request).flatMap((pending) -> pending.take(state, this.clock.instant())) : Optional.empty();
		login.ifPresent((taken) -> ReturnPath.of(taken).keepFor(request));
		return login.orElse(null);
	}

	private static Optional<PendingLogins> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? Optional.ofNullable((PendingLogins) session.getAttribute(PENDING))
				: Optional.empty();
	}

}
