package dev.quartet.auth.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/**
 * Keeps one access token to the APIs that the client names when it asks for the token;
 * what was granted stays as it is (RFC 8707 §2.2).
 */
final class RequestedResources {

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc8707#section-2.2";

	private RequestedResources() {
	}

	/** Gives those of the granted ones that the request names; all if it names none. */
	static Collection<String> narrow(OAuth2TokenContext context, Collection<String> granted) {
		Set<String> named = named(context);
		if (!granted.containsAll(named)) {
			throw new OAuth2AuthenticationException(new OAuth2Error("invalid_target",
					"resource must be an API that was granted and that the scopes of this token open", CLAUSE));
		}
		return named.isEmpty() ? granted : named;
	}

	/** Whether the request names any. */
	static boolean areNamed(OAuth2TokenContext context) {
		return !named(context).isEmpty();
	}

	private static Set<String> named(OAuth2TokenContext context) {
		Object named = (context.getAuthorizationGrant() instanceof OAuth2AuthorizationGrantAuthenticationToken request)
				? request.getAdditionalParameters().get("resource") : null;
		List<String> texts = (named instanceof String[] several) ? Arrays.asList(several)
				: (named instanceof String one) ? List.of(one) : List.of();
		Set<String> resources = new LinkedHashSet<>(texts);
		resources.remove("");
		return resources;
	}

}
