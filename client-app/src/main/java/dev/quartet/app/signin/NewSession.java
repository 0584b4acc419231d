package dev.quartet.app.signin;

import java.time.Clock;
import java.util.List;

import dev.quartet.app.identities.Identity;
import dev.quartet.app.recording.SessionFlows;
import dev.quartet.app.sessions.ProviderSessions;
import dev.quartet.app.sessions.SignedInPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins the session of a person who has just proven who she is. */
@Component
class NewSession {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final ProviderSessions sessions;

	private final CsrfTokenRepository forms;

	private final Clock clock;

	NewSession(ProviderSessions sessions, CsrfTokenRepository forms, Clock clock) {
		this.sessions = sessions;
		this.forms = forms;
		this.clock = clock;
	}

	void begin(Identity identity, Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
		SignedInPerson person = new SignedInPerson(identity.person(), identity.title(), identity.provider(),
				identity.issuer(), identity.subject());
		HttpSession session = fresh(request);
		// Should this fail, nobody is signed in.
		this.sessions.began(session.getId(), person, arrival.sid(), arrival.tokens().idToken());
		// Forms of before must not act for whoever is signed in now.
		this.forms.saveToken(this.forms.generateToken(request), request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		new SignedInAt(this.clock.instant()).keepIn(session);
	}

	/**
	 * A session of its own, not the old one under a new id: a slow request of before
	 * would store that again with the id that whoever planted it knows (session
	 * fixation).
	 */
	private HttpSession fresh(HttpServletRequest request) {
		HttpSession before = request.getSession(false);
		List<String> flows = SessionFlows.of(before);
		if (before != null) {
			this.sessions.ended(before.getId());
			before.invalidate();
		}
		HttpSession session = request.getSession();
		SessionFlows.keep(session, flows);
		return session;
	}

}
