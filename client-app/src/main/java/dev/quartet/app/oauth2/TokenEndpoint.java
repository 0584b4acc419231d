package dev.quartet.app.oauth2;

import dev.quartet.app.registry.ClientAuthentication;
import dev.quartet.app.registry.Credentials;

/**
 * Is where a provider gives tokens, and how we show there who we are.
 *
 * @param url its address
 * @param credentials our name and secret
 * @param authentication how the secret travels
 */
public record TokenEndpoint(String url, Credentials credentials, ClientAuthentication authentication) {
}
