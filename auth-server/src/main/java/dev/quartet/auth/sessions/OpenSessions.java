package dev.quartet.auth.sessions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import dev.quartet.auth.authorizations.BrowserSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Lists the browsers in which a person is signed in, on whichever instance, and signs
 * them out: like her own sign-out there, which ends grants and tells clients.
 */
@Component
public class OpenSessions {

	private static final SignInOrigin UNKNOWN = new SignInOrigin("", "", "");

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final ApplicationEventPublisher events;

	OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.events = events;
	}

	/** Those of this person, the one used last first. */
	public List<OpenSession> of(String userId) {
		return stored(userId).stream()
			.flatMap((session) -> browser(session).map((browser) -> asShown(session, browser)).stream())
			.sorted(Comparator.comparing(OpenSession::lastActiveAt).reversed())
			.toList();
	}

	/** Ends the one of hers with this handle; that of another person is none. */
	public void end(String userId, String handle) {
		endAll(userId, (sid) -> OpenSession.handle(sid).equals(handle));
	}

	/** Ends all of hers but this one. */
	public void endOthers(String userId, String sid) {
		endAll(userId, (other) -> !sid.equals(other));
	}

	private void endAll(String userId, Predicate<String> which) {
		stored(userId).stream()
			.filter((session) -> browser(session).map(BrowserSession::sid).filter(which).isPresent())
			.forEach(this::end);
	}

	// Its grants end first: if this stops in between, the session can be ended again.
	private void end(Session session) {
		person(session).map(LogoutSuccessEvent::new).ifPresent(this.events::publishEvent);
		this.sessions.deleteById(session.getId());
	}

	private Collection<? extends Session> stored(String userId) {
		return this.sessions.findByPrincipalName(userId).values();
	}

	private static OpenSession asShown(Session session, BrowserSession browser) {
		SignInOrigin origin = session.getAttribute(SignInOrigin.ATTRIBUTE);
		return new OpenSession(browser.sid(), Objects.requireNonNullElse(origin, UNKNOWN), browser.signedInAt(),
				session.getLastAccessedTime());
	}

	private static Optional<BrowserSession> browser(Session session) {
		return person(session).map(Authentication::getDetails)
			.filter(BrowserSession.class::isInstance)
			.map(BrowserSession.class::cast);
	}

	private static Optional<Authentication> person(Session session) {
		SecurityContext context = session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return Optional.ofNullable(context).map(SecurityContext::getAuthentication);
	}

}
