package dev.quartet.api.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Decides whether a correctly signed JWT is an access token for this API (RFC 9068 §4);
 * the first rule that fails names the reason.
 */
final class AccessTokenRules implements OAuth2TokenValidator<Jwt> {

	private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

	private static final int MAX_IDENTIFIER = 255;

	private final AccessSettings settings;

	private final Clock clock;

	private final List<Rule> rules;

	AccessTokenRules(AccessSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.rules = List.of(new Rule(this::isAccessToken, "typ is not at+jwt, so this is no access token"),
				new Rule(this::hasIssuer, "iss is not " + settings.issuer()),
				new Rule(this::hasAudience, "aud does not contain " + settings.resource()),
				new Rule((token) -> token.getExpiresAt() != null, "exp is missing"),
				new Rule((token) -> isAfterNow(token.getExpiresAt()), "The token has expired"),
				new Rule((token) -> token.getIssuedAt() != null, "iat is missing"),
				new Rule((token) -> hasBegun(token.getIssuedAt()), "iat is in the future"),
				new Rule((token) -> token.getNotBefore() == null || hasBegun(token.getNotBefore()),
						"The token is not valid yet (nbf)"),
				new Rule((token) -> isIdentifier(token, "sub"), "sub is missing or malformed"),
				new Rule((token) -> isIdentifier(token, "client_id"), "client_id is missing or malformed"),
				new Rule((token) -> isIdentifier(token, "jti"), "jti is missing or malformed"),
				// A token that is bound to a key must not work for whoever merely holds
				// it,
				// and no binding can be checked here (RFC 7800 §3.1).
				new Rule((token) -> !token.hasClaim("cnf"), "Sender-constrained tokens (cnf) are not supported"));
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		for (Rule rule : rules) {
			if (!rule.holds().test(token)) {
				return OAuth2TokenValidatorResult
					.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, rule.otherwise(), null));
			}
		}
		return OAuth2TokenValidatorResult.success();
	}

	// Media types are compared without regard to case (RFC 7515 §4.1.9).
	private boolean isAccessToken(Jwt token) {
		return token.getHeaders().get("typ") instanceof String type && TYPES.stream().anyMatch(type::equalsIgnoreCase);
	}

	private boolean hasIssuer(Jwt token) {
		return settings.issuer().equals(token.getClaims().get("iss"));
	}

	private boolean hasAudience(Jwt token) {
		List<String> audience = token.getAudience();
		return audience != null && audience.contains(settings.resource());
	}

	private boolean isAfterNow(@Nullable Instant expiry) {
		return expiry != null && clock.instant().minus(settings.clockSkew()).isBefore(expiry);
	}

	private boolean hasBegun(@Nullable Instant start) {
		return start != null && !clock.instant().plus(settings.clockSkew()).isBefore(start);
	}

	// Identifiers become database keys and log lines, so they are short and printable.
	private static boolean isIdentifier(Jwt token, String claim) {
		return token.getClaims().get(claim) instanceof String value && !value.isBlank()
				&& value.length() <= MAX_IDENTIFIER
				&& value.codePoints().noneMatch((c) -> Character.isISOControl(c) || isSurrogate(c));
	}

	private static boolean isSurrogate(int codePoint) {
		return Character.getType(codePoint) == Character.SURROGATE;
	}

	/** Pairs a condition with the words for its failure. */
	private record Rule(Predicate<Jwt> holds, String otherwise) {
	}

}
