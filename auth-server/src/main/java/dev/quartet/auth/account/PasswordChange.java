package dev.quartet.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Decides whether a person gets the password that she chose. The slow hashes are computed
 * outside of any transaction.
 */
@Component
class PasswordChange {

	private final PasswordTries tries;

	private final PasswordRules rules;

	private final PasswordEncoder passwords;

	private final StoredPasswords stored;

	private final ApplicationEventPublisher events;

	PasswordChange(PasswordTries tries, PasswordRules rules, PasswordEncoder passwords, StoredPasswords stored,
			ApplicationEventPublisher events) {
		this.tries = tries;
		this.rules = rules;
		this.passwords = passwords;
		this.stored = stored;
		this.events = events;
	}

	/** Says what is wrong; an empty list means that the password was changed. */
	List<PasswordProblem> change(User user, NewPassword typed, Instant now) {
		this.tries.begin(user.id()).ifPresent((until) -> {
			throw new TooManyWrongPasswords(until);
		});
		String hash = user.passwordHash().orElse("");
		if (!this.passwords.matches(typed.current(), hash)) {
			this.events.publishEvent(AccountEvent.passwordRefused(user.id()));
			return List.of(PasswordProblem.WRONG);
		}
		this.tries.succeed(user.id());
		List<PasswordProblem> problems = typed.problems(this.rules, user.profile());
		if (!problems.isEmpty()) {
			return problems;
		}
		String next = Objects.requireNonNull(this.passwords.encode(typed.chosen()));
		boolean changed = this.stored.replace(user.id(), hash, next, now, typed.disconnectApps());
		// Somebody was faster, and what she typed is not her password any more.
		return changed ? List.of() : List.of(PasswordProblem.WRONG);
	}

}
