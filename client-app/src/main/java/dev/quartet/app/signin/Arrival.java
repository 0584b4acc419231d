package dev.quartet.app.signin;

import dev.quartet.app.identities.Proof;
import dev.quartet.app.oauth2.ReceivedTokens;
import org.jspecify.annotations.Nullable;

/**
 * Is what a sign-in that came back has brought.
 *
 * @param proof who it is
 * @param tokens what may be called in her name
 * @param sid the provider's name of its session; null if it names none
 */
record Arrival(Proof proof, ReceivedTokens tokens, @Nullable String sid) {
}
