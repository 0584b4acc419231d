package dev.quartet.app.signin;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Brings the person back to the page that this tab had asked for. */
@Component
class SignInSucceeded implements AuthenticationSuccessHandler {

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final Clock clock;

	SignInSucceeded(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		new SignedInAt(this.clock.instant()).keepIn(request.getSession());
		this.redirects.sendRedirect(request, response, ReturnPath.keptBy(request).value());
	}

}
