package dev.quartet.auth.authorizations;

import java.io.Serializable;

/**
 * Names the browser session in which a person signed in (the {@code sid} of OpenID
 * Connect).
 */
public record BrowserSession(String sid) implements Serializable {

}
