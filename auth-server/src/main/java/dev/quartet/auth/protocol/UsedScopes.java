package dev.quartet.auth.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.authorizations.TokenClaimNames;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.uses.RecentUses;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Notes which of a person's permissions an answer made use of; what a client asks about
 * its own token is no use, and neither is refreshing it.
 */
@Component
class UsedScopes {

	private final RecentUses uses;

	private final ProtocolSettings settings;

	UsedScopes(RecentUses uses, ProtocolSettings settings) {
		this.uses = uses;
		this.settings = settings;
	}

	/** An API asked about a token that somebody presented to it. */
	void introspected(Map<String, Object> token, Set<String> apis) {
		if (!apis.isEmpty()) {
			grantOf(token).ifPresent((grant) -> this.uses.presented(grant, scopesOf(token), apis));
		}
	}

	/** The userinfo endpoint told these claims of a person. */
	void told(Map<String, Object> token, Set<String> claims) {
		Set<String> scopes = claims.stream()
			.flatMap((claim) -> StandardClaim.of(claim).stream())
			.map(StandardClaim::scope)
			.collect(Collectors.toCollection(HashSet::new));
		// What was asked for by name was told without its scope.
		scopes.add(OidcScopes.OPENID);
		grantOf(token).ifPresent((grant) -> this.uses.used(grant, scopes, this.settings.userInfo()));
	}

	/** A machine's token has none. */
	private static Optional<String> grantOf(Map<String, Object> token) {
		return Optional.ofNullable(token.get(TokenClaimNames.GRANT_ID)).map(Object::toString);
	}

	// The framework makes a list of one element of our text.
	private static Set<String> scopesOf(Map<String, Object> token) {
		Object scope = token.get(TokenClaimNames.SCOPE);
		Stream<?> texts = (scope instanceof Collection<?> several) ? several.stream() : Stream.ofNullable(scope);
		return texts.flatMap((text) -> Arrays.stream(text.toString().split(" ", -1)))
			.collect(Collectors.toUnmodifiableSet());
	}

}
