package dev.quartet.app.relay;

import dev.quartet.app.sessions.SignedInPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a script who is signed in, and what it must send along to change something. */
@RestController
class SessionController {

	static final String PATH = "/session";

	@GetMapping(PATH)
	ResponseEntity<Session> show(@AuthenticationPrincipal @Nullable SignedInPerson person, CsrfToken token) {
		// Whoever is not signed in can change nothing, and gets no session for asking.
		Session session = (person != null)
				? new Session(true, person.title(), new Csrf(token.getHeaderName(), token.getToken()))
				: new Session(false, null, null);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(session);
	}

	/**
	 * Is what a script gets to know.
	 *
	 * @param signedIn whether somebody is signed in
	 * @param name how we call her; null for nobody
	 * @param csrf what unsafe calls need; null for nobody
	 */
	record Session(boolean signedIn, @Nullable String name, @Nullable Csrf csrf) {
	}

	/**
	 * Proves that a call comes from a page of this origin.
	 *
	 * @param headerName the header to send it in
	 * @param token what to send
	 */
	record Csrf(String headerName, String token) {

		@Override
		public String toString() {
			return "Csrf[" + this.headerName + "]";
		}

	}

}
