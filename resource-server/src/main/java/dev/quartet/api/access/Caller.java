package dev.quartet.api.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tells who calls, as a valid access token says it: the principal of every request.
 *
 * @param kind person or machine
 * @param issuer who vouches for the subject
 * @param subject unique at the issuer among callers of one kind only
 * @param displayName how to address the caller; never a key
 */
public record Caller(Kind kind, String issuer, String subject,
		String displayName) implements OAuth2AuthenticatedPrincipal {

	/** Tells people from machines, whose identifiers may be equal by accident. */
	public enum Kind {

		PERSON, MACHINE

	}

	// AccessTokenRules let no token through that lacks iss or sub.
	static Caller of(Jwt token) {
		String issuer = Objects.requireNonNull(token.getClaimAsString("iss"));
		String subject = Objects.requireNonNull(token.getSubject());
		String name = token.getClaimAsString("preferred_username");
		return new Caller(kindOf(token, subject), issuer, subject, name != null ? name : subject);
	}

	// A machine speaks for itself (RFC 9068 §2.2: its sub is the client's own identifier)
	// and nobody granted it anything. A person whose id equals a client's has a grant.
	private static Kind kindOf(Jwt token, String subject) {
		boolean speaksForItself = subject.equals(token.getClaimAsString("client_id"));
		return speaksForItself && !token.hasClaim("grant_id") ? Kind.MACHINE : Kind.PERSON;
	}

	@Override
	public String getName() {
		return subject;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

}
