package dev.quartet.auth.seed;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Brings to the stored people what a seed says of them for the first time. */
@Component
class PersonWriter {

	private final Users users;

	private final PasswordEncoder passwords;

	private final Clock clock;

	PersonWriter(Users users, PasswordEncoder passwords, Clock clock) {
		this.users = users;
		this.passwords = passwords;
		this.clock = clock;
	}

	void write(PersonSeed seed, SeedChanges changes) {
		Instant now = this.clock.instant();
		String id = seed.id().value();
		Optional<User> stored = this.users.findById(id);
		User user = stored.orElseGet(() -> this.users.save(new User(id, seed.profile(), now)));
		boolean described = user.describeAsSeeded(seed.profile(), now);
		boolean roles = user.holdRoles(seed.roles(), now);
		boolean password = changePassword(user, seed, now);
		changes.note("person " + id, stored.isEmpty(), described || roles || password);
	}

	private boolean changePassword(User user, PersonSeed seed, Instant now) {
		if (seed.password().isEmpty() && seed.passwordHash().isEmpty()) {
			return false;
		}
		// A password that she chose herself stays until the seed gives another one.
		Optional<String> hash = newHash(user.seededPasswordHash(), seed);
		hash.ifPresentOrElse((value) -> user.seedPassword(value, now), user::keepSeededPassword);
		return hash.isPresent();
	}

	private Optional<String> newHash(Optional<String> stored, PersonSeed seed) {
		if (seed.passwordHash().isPresent()) {
			return seed.passwordHash().map(SeedText::value).filter((hash) -> !stored.equals(Optional.of(hash)));
		}
		return seed.password()
			.map(SeedText::value)
			.filter((password) -> stored.filter((hash) -> this.passwords.matches(password, hash)).isEmpty())
			.map(this.passwords::encode);
	}

}
