package dev.quartet.api.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether what a token says makes it an access token for this API (RFC 9068 §4);
 * the first rule that fails names the reason.
 */
final class TokenRules {

	private static final Set<String> ACCESS_TOKEN = Set.of("at+jwt", "application/at+jwt");

	private static final Set<String> ANY_JWT = Set.of("at+jwt", "application/at+jwt", "jwt", "application/jwt");

	private static final int MAX_IDENTIFIER = 255;

	private final String issuer;

	private final String audience;

	private final Set<String> required;

	private final Duration skew;

	private final Clock clock;

	private final List<Rule> rules;

	private TokenRules(IssuerSettings issuer, TokenSettings settings, Clock clock, Set<String> required) {
		this.issuer = issuer.issuer();
		this.audience = issuer.audience() != null ? issuer.audience() : settings.resource();
		this.required = required;
		this.skew = settings.clockSkew();
		this.clock = clock;
		this.rules = List.of(rule("iss", this::isTheIssuer, "iss is not " + this.issuer),
				rule("aud", (claims) -> claims.texts("aud").contains(audience), "aud does not contain " + audience),
				rule("exp", (claims) -> true, "exp is missing"),
				rule("exp", (claims) -> isAlive(claims.time("exp").orElse(null)), "The token has expired"),
				rule("iat", (claims) -> true, "iat is missing"),
				rule("iat", (claims) -> hasBegun(claims.time("iat").orElse(null)), "iat is in the future"),
				rule("nbf", (claims) -> hasBegun(claims.time("nbf").orElse(null)), "The token is not valid yet (nbf)"),
				identifier("sub"), identifier("client_id"), identifier("jti"),
				// Some issuers say of a refresh token, too, that it is active.
				rule("token_use", (claims) -> claims.text("token_use").filter("access_token"::equals).isPresent(),
						"token_use is not access_token"));
	}

	/** Asks for everything that RFC 9068 §2.2 requires. */
	static TokenRules strict(IssuerSettings issuer, TokenSettings settings, Clock clock) {
		return new TokenRules(issuer, settings, clock, Set.of("iss", "aud", "exp", "iat", "sub", "client_id", "jti"));
	}

	/**
	 * Asks for what the simplest deployments sign, and believes nothing that is wrong.
	 */
	static TokenRules lenient(IssuerSettings issuer, TokenSettings settings, Clock clock) {
		return new TokenRules(issuer, settings, clock, Set.of("sub", "exp"));
	}

	/** Asks an introspection answer for an audience: all else is optional there. */
	static TokenRules introspected(IssuerSettings issuer, TokenSettings settings, Clock clock) {
		return new TokenRules(issuer, settings, clock, Set.of("aud"));
	}

	// Media types are compared without regard to case (RFC 7515 §4.1.9).
	void requireAccessToken(@Nullable String type) {
		if (type == null || !ACCESS_TOKEN.contains(type.toLowerCase(Locale.ROOT))) {
			throw new TokenRefused("typ is not at+jwt, so this is no access token");
		}
	}

	/** Takes tokens of no special type, and no ID, logout or proof token that says so. */
	void refuseOtherTypes(@Nullable String type) {
		if (type != null && !ANY_JWT.contains(type.toLowerCase(Locale.ROOT))) {
			throw new TokenRefused("typ is neither at+jwt nor JWT, so this is no access token");
		}
	}

	void check(Claims claims) {
		for (Rule rule : rules) {
			boolean absent = !claims.has(rule.claim());
			if (absent ? required.contains(rule.claim()) : !rule.holds().test(claims)) {
				throw new TokenRefused(rule.otherwise());
			}
		}
	}

	private boolean isTheIssuer(Claims claims) {
		return issuer.equals(claims.values().get("iss"));
	}

	private boolean isAlive(@Nullable Instant expiry) {
		return expiry != null && clock.instant().minus(skew).isBefore(expiry);
	}

	private boolean hasBegun(@Nullable Instant start) {
		return start != null && !clock.instant().plus(skew).isBefore(start);
	}

	private static Rule rule(String claim, Predicate<Claims> holds, String otherwise) {
		return new Rule(claim, holds, otherwise);
	}

	private static Rule identifier(String claim) {
		return new Rule(claim, (claims) -> claims.text(claim).filter(TokenRules::isIdentifier).isPresent(),
				claim + " is missing or malformed");
	}

	// Identifiers become database keys and log lines, so they are short and printable.
	private static boolean isIdentifier(String value) {
		return !value.isBlank() && value.length() <= MAX_IDENTIFIER
				&& value.codePoints().noneMatch((c) -> Character.isISOControl(c) || isSurrogate(c));
	}

	private static boolean isSurrogate(int codePoint) {
		return Character.getType(codePoint) == Character.SURROGATE;
	}

	/** Says what must be true of a claim that is there. */
	private record Rule(String claim, Predicate<Claims> holds, String otherwise) {
	}

}
