package dev.quartet.auth.setup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides who becomes the first administrator, once. */
@Component
class FirstAdministrator {

	static final String USERNAME = "admin";

	static final Profile PROFILE = Profile.of(USERNAME);

	static final Duration LINK_LIFE = Duration.ofMinutes(60);

	private static final int TOKEN_BYTES = 32;

	private final Users users;

	private final PasswordEncoder passwords;

	private final OneTimes oneTimes;

	private final JdbcClient database;

	private final SecureRandom random;

	private final Clock clock;

	FirstAdministrator(Users users, PasswordEncoder passwords, OneTimes oneTimes, JdbcClient database,
			SecureRandom random, Clock clock) {
		this.users = users;
		this.passwords = passwords;
		this.oneTimes = oneTimes;
		this.database = database;
		this.random = random;
		this.clock = clock;
	}

	/** Tells whether it was this call that created the administrator. */
	@Transactional
	boolean createWith(String password) {
		waitForOthers();
		if (state() != State.MISSING) {
			return false;
		}
		this.oneTimes.revokeAll(OneTimeKind.SETUP);
		create(password);
		return true;
	}

	/** Gives the secret of a new link; links given before no longer work. */
	@Transactional
	String newLink() {
		byte[] secret = new byte[TOKEN_BYTES];
		this.random.nextBytes(secret);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		this.oneTimes.revokeAll(OneTimeKind.SETUP);
		this.oneTimes.issue(OneTimeKind.SETUP, token, USERNAME, LINK_LIFE);
		return token;
	}

	boolean isValid(String token) {
		return this.oneTimes.peek(OneTimeKind.SETUP, token).isPresent();
	}

	/** Tells whether the link still worked; the administrator then exists. */
	@Transactional
	boolean claim(String token, String password) {
		waitForOthers();
		if (state() != State.MISSING || !this.oneTimes.claim(OneTimeKind.SETUP, token, null)) {
			return false;
		}
		create(password);
		return true;
	}

	State state() {
		if (this.users.countAdministrators() > 0) {
			return State.EXISTS;
		}
		return this.users.findByUsername(USERNAME).isPresent() ? State.NAME_TAKEN : State.MISSING;
	}

	// Two instances that start together, or two people with the same link, come one after
	// the other.
	private void waitForOthers() {
		this.database.sql("select name from start_lock where name = 'setup' for update").query().singleRow();
	}

	private void create(String password) {
		Instant now = this.clock.instant();
		User admin = User.withRandomId(PROFILE, now);
		admin.holdRoles(Set.of(User.ADMIN), now);
		admin.changePassword(Objects.requireNonNull(this.passwords.encode(password)), now);
		this.users.save(admin);
	}

	/** Tells whether an administrator can, or need, be created. */
	enum State {

		EXISTS, NAME_TAKEN, MISSING

	}

}
