package dev.quartet.auth.users;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the person who signs in, by her user name. */
@Component
class JpaPeople implements UserDetailsService {

	private final Users users;

	JpaPeople(Users users) {
		this.users = users;
	}

	// A disabled person, or one without a password, looks unknown: the login then takes
	// as long and says the same.
	@Override
	public UserDetails loadUserByUsername(String username) {
		return this.users.findByUsername(username)
			.filter((user) -> !user.isDisabled() && user.passwordHash().isPresent())
			.map(SignedInPerson::new)
			.orElseThrow(() -> new UsernameNotFoundException("No person has this user name and a password"));
	}

}
