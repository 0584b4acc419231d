package dev.quartet.auth.login;

import java.io.IOException;

import dev.quartet.auth.web.AccessRefusals;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Shows the login page again when its form has become stale, for example because another
 * tab signed in meanwhile; every other refusal is an error page.
 */
@Component
class StaleLogins implements AccessDeniedHandler {

	private final AccessRefusals refusals;

	StaleLogins(AccessRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException, ServletException {
		if (refusal instanceof CsrfException && request.getRequestURI().startsWith("/login")) {
			response.sendRedirect(WayBack.allowed(request.getParameter(WayBack.PARAMETER)).loginPage());
		}
		else {
			this.refusals.handle(request, response, refusal);
		}
	}

}
