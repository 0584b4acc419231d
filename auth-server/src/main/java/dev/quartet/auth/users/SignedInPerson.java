package dev.quartet.auth.users;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.quartet.auth.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Is the person of a session.
 *
 * <p>
 * Spring Security calls the name of a principal its user name. Ours is the person's id,
 * because it becomes the {@code sub} of tokens and must survive a change of what she
 * types at the login.
 */
public final class SignedInPerson implements UserDetails, CredentialsContainer, Visitor {

	private static final long serialVersionUID = 1L;

	private final String id;

	private final String loginName;

	private final String displayName;

	private final List<SimpleGrantedAuthority> authorities;

	private @Nullable String password;

	SignedInPerson(User user) {
		this.id = user.id();
		this.loginName = user.profile().username();
		this.displayName = user.profile().displayName();
		this.authorities = authorities(user.roles());
		this.password = user.passwordHash().orElse(null);
	}

	/** Her as she is now, without what she proves herself with. */
	public static SignedInPerson of(User user) {
		SignedInPerson person = new SignedInPerson(user);
		person.eraseCredentials();
		return person;
	}

	/** The person's id, not what she types at the login: see {@link #loginName()}. */
	@Override
	public String getUsername() {
		return this.id;
	}

	@Override
	public String loginName() {
		return this.loginName;
	}

	public String displayName() {
		return this.displayName;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.authorities;
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public void eraseCredentials() {
		this.password = null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedInPerson person && this.id.equals(person.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public String toString() {
		return "SignedInPerson[" + this.id + "]";
	}

	private static List<SimpleGrantedAuthority> authorities(Set<String> roles) {
		Set<String> names = new LinkedHashSet<>(List.of("ROLE_USER"));
		roles.stream().sorted().forEach((role) -> names.add("ROLE_" + role.toUpperCase(Locale.ROOT)));
		return names.stream().map(SimpleGrantedAuthority::new).toList();
	}

}
