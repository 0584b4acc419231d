package dev.quartet.auth.login;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.authorizations.BrowserSession;
import dev.quartet.auth.sessions.SignInOrigin;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.users.UsernameRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Names the new session and sends the person on, or back to try again. */
@Component
class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler,
		AuthenticationDetailsSource<HttpServletRequest, BrowserSession> {

	static final String FAILED = "failed";

	static final String BUSY = "busy";

	private static final String FORMER = LoginOutcome.class.getName() + ".former";

	private static final int SID_BYTES = 24;

	private final SecureRandom random;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	LoginOutcome(SecureRandom random, Clock clock, ApplicationEventPublisher events) {
		this.random = random;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public BrowserSession buildDetails(HttpServletRequest request) {
		request.setAttribute(FORMER, SecurityContextHolder.getContext().getAuthentication());
		return new BrowserSession(sameSession(request).orElseGet(this::newSid), this.clock.instant());
	}

	// Whoever proves once more that she is there goes on with her session: what it was
	// given for ends with it.
	private static Optional<String> sameSession(HttpServletRequest request) {
		String username = Objects.requireNonNullElse(request.getParameter("username"), "");
		return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
			.filter((before) -> before.getPrincipal() instanceof SignedInPerson person
					&& UsernameRules.key(person.loginName()).equals(UsernameRules.key(username)))
			.map(Authentication::getDetails)
			.filter(BrowserSession.class::isInstance)
			.map((session) -> ((BrowserSession) session).sid());
	}

	private String newSid() {
		byte[] sid = new byte[SID_BYTES];
		this.random.nextBytes(sid);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sid);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		// Whoever was signed in here until now is not any more.
		if (request.getAttribute(FORMER) instanceof Authentication former
				&& !former.getName().equals(person.getName())) {
			this.events.publishEvent(new LogoutSuccessEvent(former));
		}
		SignInOrigin.note(request);
		this.events.publishEvent(LoginEvent.signedIn(person.getName(), request.getRemoteAddr()));
		response.sendRedirect(wayBack(request).address());
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		if (cause instanceof AuthenticationServiceException) {
			response.sendRedirect(wayBack(request).loginPage(BUSY));
			return;
		}
		this.events.publishEvent(LoginEvent.refused());
		response.sendRedirect(wayBack(request).loginPage(FAILED));
	}

	private static WayBack wayBack(HttpServletRequest request) {
		return WayBack.allowed(request.getParameter(WayBack.PARAMETER));
	}

}
