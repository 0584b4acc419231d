package dev.quartet.app.signin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.quartet.app.registry.Providers;
import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person who signed in too long ago, or with a provider that is no
 * longer configured.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class SessionEnd extends OncePerRequestFilter {

	private final ProviderSessions sessions;

	private final Providers providers;

	private final Duration longest;

	private final Clock clock;

	SessionEnd(ProviderSessions sessions, Providers providers, AppSettings app, Clock clock) {
		this.sessions = sessions;
		this.providers = providers;
		this.longest = app.longestSession();
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getServletPath();
		return path.startsWith("/assets/") || path.startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && person(session).filter((person) -> isOver(person, session)).isPresent()) {
			this.sessions.ended(session.getId());
			session.invalidate();
		}
		chain.doFilter(request, response);
	}

	private boolean isOver(SignedInPerson person, HttpSession session) {
		return SignedInAt.isBefore(this.clock.instant().minus(this.longest), session)
				|| this.providers.find(person.provider()).isEmpty();
	}

	private static Optional<SignedInPerson> person(HttpSession session) {
		return Optional
			.ofNullable(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
			.filter(SecurityContext.class::isInstance)
			.map(SecurityContext.class::cast)
			.flatMap(SignedInPerson::of);
	}

}
