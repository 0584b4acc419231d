package dev.quartet.api.access.tokens;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.quartet.api.access.proof.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Is a token that was found good, with all that is needed to use it again.
 *
 * @param issuer who vouches for the subject
 * @param subject unique at the issuer among people or among machines
 * @param machine whether nobody but the client itself stands behind it
 * @param scopes what it permits
 * @param claims what else it says
 * @param confirmation what it is bound to
 */
public record VerifiedToken(String issuer, String subject, boolean machine, Set<String> scopes, Claims claims,
		Confirmation confirmation) {

	static VerifiedToken of(IssuerSettings issuer, Claims claims) {
		String subject = claims.text("sub")
			.or(() -> issuer.isMachine(claims) ? claims.text("client_id") : Optional.empty())
			.orElseThrow(() -> new TokenRefused("sub is missing or malformed"));
		return new VerifiedToken(issuer.issuer(), subject, issuer.isMachine(claims), claims.scopes(), claims,
				Confirmation.of(claims.values()));
	}

	@Nullable Instant expiresAt() {
		return claims.time("exp").orElse(null);
	}

	@Nullable Instant notBefore() {
		return claims.time("nbf").orElse(null);
	}

}
