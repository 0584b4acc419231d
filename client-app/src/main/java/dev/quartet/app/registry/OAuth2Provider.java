package dev.quartet.app.registry;

import java.util.List;
import java.util.Map;

/**
 * Is a provider of plain OAuth 2.0, whose profile call tells who signed in.
 *
 * @param issuer what its subjects are unique in; our own choice, as it names none
 * @param authorizationUrl the authorization endpoint
 * @param tokenUrl the token endpoint
 * @param profileUrl what answers with the person's profile as JSON
 * @param profile where that answer holds what we show
 * @param scopes what is asked for
 * @param authentication how our secret travels
 * @param parameters further parameters of the authorization request
 */
public record OAuth2Provider(String name, String title, Credentials credentials, String issuer, String authorizationUrl,
		String tokenUrl, String profileUrl, ProfileFields profile, List<String> scopes,
		ClientAuthentication authentication, Map<String, String> parameters) implements Provider {
}
