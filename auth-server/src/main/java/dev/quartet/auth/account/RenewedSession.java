package dev.quartet.auth.account;

import java.time.Instant;
import java.util.Objects;

import dev.quartet.auth.authorizations.BrowserSession;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Brings what a person has just changed of herself into the session of this browser. */
@Component
class RenewedSession {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	/** Calls her by her new name. */
	void greet(Authentication person, User user, HttpServletRequest request, HttpServletResponse response) {
		save(person, user, session(person), request, response);
	}

	/** Goes on as after a sign-in at this moment, under another id of the session. */
	void signedIn(Authentication person, User user, Instant now, HttpServletRequest request,
			HttpServletResponse response) {
		request.changeSessionId();
		save(person, user, new BrowserSession(session(person).sid(), now), request, response);
	}

	static BrowserSession session(Authentication person) {
		return (BrowserSession) Objects.requireNonNull(person.getDetails());
	}

	private void save(Authentication person, User user, BrowserSession session, HttpServletRequest request,
			HttpServletResponse response) {
		UsernamePasswordAuthenticationToken renewed = UsernamePasswordAuthenticationToken
			.authenticated(SignedInPerson.of(user), null, person.getAuthorities());
		renewed.setDetails(session);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(renewed);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

}
