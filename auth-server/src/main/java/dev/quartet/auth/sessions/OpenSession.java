package dev.quartet.auth.sessions;

import java.time.Instant;

/** Is a browser in which a person is signed in, as she is shown it. */
public record OpenSession(String sid, SignInOrigin origin, Instant signedInAt, Instant lastActiveAt) {

}
