package dev.quartet.auth.users;

/**
 * Says why a password is refused.
 *
 * @param key ends the key of the message that people read,
 * <code>password.problem.&lt;key&gt;</code>
 * @param limit the number in that message
 * @param sentence what the operator reads in the log
 */
public record PasswordProblem(String key, int limit, String sentence) {

	/** What was typed the second time is something else. */
	public static final PasswordProblem DIFFERENT = new PasswordProblem("different", 0,
			"The two passwords are not the same.");

	/** It is the one that she has. */
	public static final PasswordProblem UNCHANGED = new PasswordProblem("unchanged", 0,
			"The new password is the present one.");

	/** What she typed as her present one is not. */
	public static final PasswordProblem WRONG = new PasswordProblem("wrong", 0, "That is not the present password.");

	@Override
	public String toString() {
		return this.sentence;
	}

}
