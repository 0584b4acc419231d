package dev.quartet.auth.login;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

import dev.quartet.auth.authorizations.BrowserSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Names the new session and sends the person on, or back to try again. */
@Component
class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler,
		AuthenticationDetailsSource<HttpServletRequest, BrowserSession> {

	private static final int SID_BYTES = 24;

	private final SecureRandom random;

	private final ApplicationEventPublisher events;

	LoginOutcome(SecureRandom random, ApplicationEventPublisher events) {
		this.random = random;
		this.events = events;
	}

	@Override
	public BrowserSession buildDetails(HttpServletRequest request) {
		byte[] sid = new byte[SID_BYTES];
		this.random.nextBytes(sid);
		return new BrowserSession(Base64.getUrlEncoder().withoutPadding().encodeToString(sid));
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		this.events.publishEvent(LoginEvent.signedIn(person.getName()));
		response.sendRedirect(wayBack(request).address());
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		this.events.publishEvent(LoginEvent.refused());
		response.sendRedirect(wayBack(request).failedLoginPage());
	}

	private static WayBack wayBack(HttpServletRequest request) {
		return WayBack.allowed(request.getParameter(WayBack.PARAMETER));
	}

}
