package dev.quartet.api.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.quartet.api.access.tokens.Claims;
import dev.quartet.api.access.tokens.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Tells who calls, as a valid access token says it: the principal of every request.
 *
 * @param kind person or machine
 * @param issuer who vouches for the subject
 * @param subject unique at the issuer among callers of one kind only
 * @param displayName how to address the caller; never a key
 * @param scopes what the token permits
 * @param claims what the token says, as it was signed
 */
public record Caller(Kind kind, String issuer, String subject, String displayName, Set<String> scopes,
		Map<String, Object> claims) implements AuthenticatedPrincipal {

	/** Tells people from machines, whose identifiers may be equal by accident. */
	public enum Kind {

		PERSON, MACHINE

	}

	static Caller of(VerifiedToken token) {
		return new Caller(token.machine() ? Kind.MACHINE : Kind.PERSON, token.issuer(), token.subject(),
				token.claims().text("preferred_username").orElse(token.subject()), token.scopes(),
				token.claims().values());
	}

	/**
	 * Answers who sent a request, if that is known already, also where the principal is
	 * no longer at hand: in a filter around the security filters.
	 */
	public static Optional<Caller> of(HttpServletRequest request) {
		return Optional.ofNullable(CallerAuthentication.of(request)).map(CallerAuthentication::getPrincipal);
	}

	/** Answers through which application the call comes. */
	public Optional<String> clientId() {
		return claims.get("client_id") instanceof String id ? Optional.of(id) : Optional.empty();
	}

	/** Answers when the person signed in, if the token tells (RFC 9068 §2.2.1). */
	public Optional<Instant> signedInAt() {
		return new Claims(claims).timeIfAny("auth_time");
	}

	@Override
	public String getName() {
		return subject;
	}

	/** What the token says about a person belongs into no log. */
	@Override
	public String toString() {
		return "Caller[" + kind + " " + subject + " of " + issuer + "]";
	}

}
