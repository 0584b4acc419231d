package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Tells who signed in, when, by which factors and in which browser session. */
public record SignIn(String userId, Instant authTime, List<String> amr, @Nullable String sid) {

	private static final String PASSWORD = "pwd";

	private static final String PASSWORD_ONLY = "1";

	public static SignIn of(Authentication authentication) {
		List<FactorGrantedAuthority> factors = authentication.getAuthorities()
			.stream()
			.filter(FactorGrantedAuthority.class::isInstance)
			.map(FactorGrantedAuthority.class::cast)
			.toList();
		List<String> amr = factors.stream()
			.map(FactorGrantedAuthority::getAuthority)
			.map(SignIn::amr)
			.sorted()
			.toList();
		// Only our login makes such a session: a token is no sign-in, whatever it says.
		if (!(authentication.getDetails() instanceof BrowserSession session)) {
			throw new IllegalStateException("Nobody has signed in at a browser");
		}
		return new SignIn(authentication.getName(), session.signedInAt(), amr, session.sid());
	}

	/** The same at a device, which does not end with the browser that she answers in. */
	SignIn atADevice() {
		return new SignIn(this.userId, this.authTime, this.amr, null);
	}

	/** The person as the token endpoint knows her, long after her session. */
	Authentication asAuthentication() {
		Set<GrantedAuthority> factors = this.amr.stream()
			.map((method) -> FactorGrantedAuthority.withAuthority(authority(method)).issuedAt(this.authTime).build())
			.collect(Collectors.toSet());
		UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(this.userId,
				null, factors);
		if (this.sid != null) {
			person.setDetails(new BrowserSession(this.sid, this.authTime));
		}
		return person;
	}

	/** The level of assurance: a password alone is the first (OpenID Connect Core §2). */
	public String acr() {
		return PASSWORD_ONLY;
	}

	// RFC 8176 §2
	private static String amr(String authority) {
		return FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(authority) ? PASSWORD : authority;
	}

	private static String authority(String amr) {
		return PASSWORD.equals(amr) ? FactorGrantedAuthority.PASSWORD_AUTHORITY : amr;
	}

}
