package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.Comparator;
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

	static SignIn of(Authentication authentication) {
		List<FactorGrantedAuthority> factors = authentication.getAuthorities()
			.stream()
			.filter(FactorGrantedAuthority.class::isInstance)
			.map(FactorGrantedAuthority.class::cast)
			.toList();
		Instant authTime = factors.stream()
			.map(FactorGrantedAuthority::getIssuedAt)
			.max(Comparator.naturalOrder())
			.orElseThrow(() -> new IllegalStateException("A sign-in without a factor has no time"));
		List<String> amr = factors.stream()
			.map(FactorGrantedAuthority::getAuthority)
			.map(SignIn::amr)
			.sorted()
			.toList();
		String sid = (authentication.getDetails() instanceof BrowserSession session) ? session.sid() : null;
		return new SignIn(authentication.getName(), authTime, amr, sid);
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
			person.setDetails(new BrowserSession(this.sid));
		}
		return person;
	}

	// RFC 8176 §2
	private static String amr(String authority) {
		return FactorGrantedAuthority.PASSWORD_AUTHORITY.equals(authority) ? PASSWORD : authority;
	}

	private static String authority(String amr) {
		return PASSWORD.equals(amr) ? FactorGrantedAuthority.PASSWORD_AUTHORITY : amr;
	}

}
