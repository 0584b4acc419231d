package dev.quartet.auth.login;

import dev.quartet.auth.users.Users;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a password that was compared, which takes a while, is still the
 * person's: a change of it that is under way is waited for.
 */
@Component
class LatestPassword {

	private final Users users;

	LatestPassword(Users users) {
		this.users = users;
	}

	@Transactional
	public void check(UserDetails person) {
		if (this.users.holdPassword(person.getUsername())
			.filter((hash) -> hash.equals(person.getPassword()))
			.isEmpty()) {
			throw new BadCredentialsException("The password was changed meanwhile");
		}
	}

}
