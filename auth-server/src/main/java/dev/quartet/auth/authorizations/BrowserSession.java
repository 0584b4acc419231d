package dev.quartet.auth.authorizations;

import java.io.Serializable;
import java.time.Instant;

/**
 * Names the browser session in which a person signed in (the {@code sid} of OpenID
 * Connect) and the time of her latest sign-in in it.
 */
public record BrowserSession(String sid, Instant signedInAt) implements Serializable {

}
