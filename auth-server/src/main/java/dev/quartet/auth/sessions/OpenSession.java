package dev.quartet.auth.sessions;

import java.time.Instant;

import dev.quartet.auth.onetime.Sha256;

/** Is a browser in which a person is signed in, as she is shown it. */
public record OpenSession(String sid, SignInOrigin origin, Instant signedInAt, Instant lastActiveAt) {

	/** Names it in a page, which need not know the sid that clients are told. */
	public String handle() {
		return handle(this.sid);
	}

	static String handle(String sid) {
		return Sha256.of(sid);
	}

}
