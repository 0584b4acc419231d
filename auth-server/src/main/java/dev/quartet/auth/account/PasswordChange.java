package dev.quartet.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.User;
import org.jspecify.annotations.Nullable;
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

	/** Says what is wrong, or when the password was changed. */
	Outcome change(User user, NewPassword typed) {
		this.tries.begin(user.id()).ifPresent((until) -> {
			throw new TooManyWrongPasswords(until);
		});
		String hash = user.passwordHash().orElse("");
		if (!this.passwords.matches(typed.current(), hash)) {
			this.events.publishEvent(AccountEvent.passwordRefused(user.id()));
			return Outcome.refused(List.of(PasswordProblem.WRONG));
		}
		this.tries.succeed(user.id());
		List<PasswordProblem> problems = typed.problems(this.rules, user.profile());
		if (!problems.isEmpty()) {
			return Outcome.refused(problems);
		}
		String next = Objects.requireNonNull(this.passwords.encode(typed.chosen()));
		// Or somebody was faster, and what she typed is not her password any more.
		return this.stored.replace(user.id(), hash, next, typed.disconnectApps())
			.map(Outcome::changed)
			.orElseGet(() -> Outcome.refused(List.of(PasswordProblem.WRONG)));
	}

	/** Is what became of it: nothing is wrong where a time stands. */
	record Outcome(List<PasswordProblem> problems, @Nullable Instant changedAt) {

		private static Outcome changed(Instant at) {
			return new Outcome(List.of(), at);
		}

		private static Outcome refused(List<PasswordProblem> problems) {
			return new Outcome(problems, null);
		}

	}

}
