package dev.quartet.auth.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Signs a person out where another one takes over. */
@Component
class EndedSessions implements LogoutHandler {

	private final SignOut signOut;

	EndedSessions(SignOut signOut) {
		this.signOut = signOut;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
		if (person != null) {
			this.signOut.of(person, null);
		}
		new SecurityContextLogoutHandler().logout(request, response, person);
	}

}
