package dev.quartet.app.sessions;

import java.io.Serializable;
import java.util.Optional;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Is whom a session belongs to.
 *
 * @param id our own name of the person
 * @param title how we call her
 * @param provider the registry's name of the provider that she signed in with
 * @param issuer that provider
 * @param subject what it calls her
 */
public record SignedInPerson(String id, String title, String provider, String issuer,
		String subject) implements AuthenticatedPrincipal, Serializable {

	private static final long serialVersionUID = 1;

	/** Whom the present request belongs to. */
	public static Optional<SignedInPerson> current() {
		return of(SecurityContextHolder.getContext());
	}

	/** Whom a session's security context belongs to. */
	public static Optional<SignedInPerson> of(SecurityContext context) {
		return Optional.ofNullable(context.getAuthentication())
			.map(Authentication::getPrincipal)
			.filter(SignedInPerson.class::isInstance)
			.map(SignedInPerson.class::cast);
	}

	/** What the session store finds her sessions by. */
	@Override
	public String getName() {
		return this.id;
	}

}
