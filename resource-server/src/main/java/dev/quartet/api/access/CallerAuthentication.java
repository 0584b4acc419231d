package dev.quartet.api.access;

import java.util.Collection;

import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Hands the caller to Spring Security; each scope is an authority there. */
final class CallerAuthentication implements Authentication {

	static final String ATTRIBUTE = CallerAuthentication.class.getName();

	private final transient Caller caller;

	private final Scheme scheme;

	CallerAuthentication(Caller caller, Scheme scheme) {
		this.caller = caller;
		this.scheme = scheme;
	}

	/** Is null as long as nobody is known. */
	static @Nullable CallerAuthentication of(HttpServletRequest request) {
		return request.getAttribute(ATTRIBUTE) instanceof CallerAuthentication known ? known : null;
	}

	/** How the token came; a refusal answers in kind. */
	static Scheme schemeOf(HttpServletRequest request) {
		CallerAuthentication known = of(request);
		return known != null ? known.scheme : Scheme.BEARER;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return caller.scopes().stream().map((scope) -> new SimpleGrantedAuthority("SCOPE_" + scope)).toList();
	}

	/** The token goes no further. */
	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public @Nullable Object getDetails() {
		return null;
	}

	@Override
	public Caller getPrincipal() {
		return caller;
	}

	@Override
	public boolean isAuthenticated() {
		return true;
	}

	@Override
	public void setAuthenticated(boolean authenticated) {
		if (!authenticated) {
			throw new IllegalArgumentException("A verified token stays verified");
		}
	}

	@Override
	public String getName() {
		return caller.getName();
	}

	@Override
	public String toString() {
		return caller.toString();
	}

}
