package dev.quartet.app.signin;

import java.util.Optional;

import dev.quartet.app.identities.Identities;
import dev.quartet.app.identities.Identity;
import dev.quartet.app.identities.IdentityTaken;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.pending.Purpose;
import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.tokens.TokenSets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Does what a proven sign-in was for: begins a session, or adds an identity to a person.
 */
@Component
class Finish {

	private final Identities identities;

	private final TokenSets tokens;

	private final NewSession newSession;

	Finish(Identities identities, TokenSets tokens, NewSession newSession) {
		this.identities = identities;
		this.tokens = tokens;
		this.newSession = newSession;
	}

	/**
	 * Does it, and says what it was.
	 * @throws AnswerRefused when a link comes back to another session than asked for it
	 * @throws IdentityTaken when the identity is another person's
	 */
	String with(PendingLogin login, Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
		if (login.purpose() == Purpose.EXPERIMENT) {
			throw new IllegalArgumentException("An experiment signs nobody in");
		}
		if (login.purpose() == Purpose.LINK) {
			Identity linked = this.identities.link(personOf(login, request), arrival.proof());
			this.tokens.save(linked.id(), arrival.tokens());
			return "linked";
		}
		Identity identity = this.identities.signIn(arrival.proof());
		this.tokens.save(identity.id(), arrival.tokens());
		this.newSession.begin(identity, arrival, request, response);
		return "signed-in";
	}

	/** The session that asked must be the one that the proof comes back to. */
	private static String personOf(PendingLogin login, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		boolean same = session != null
				&& Optional.ofNullable(login.session()).filter(Unguessable.hash(session.getId())::equals).isPresent();
		return SignedInPerson.current()
			.filter((person) -> same)
			.orElseThrow(() -> new AnswerRefused(SignInProblems.OTHER_SESSION, "another session asked for the link"))
			.id();
	}

}
