package dev.quartet.auth.account;

import java.util.ArrayList;
import java.util.List;

import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.Profile;

/** Is what a person typed to change her password. */
record NewPassword(String current, String chosen, String again, boolean disconnectApps) {

	List<PasswordProblem> problems(PasswordRules rules, Profile person) {
		List<PasswordProblem> problems = new ArrayList<>(rules.problems(person, this.chosen));
		if (this.chosen.equals(this.current)) {
			problems.add(PasswordProblem.UNCHANGED);
		}
		if (!this.chosen.equals(this.again)) {
			problems.add(PasswordProblem.DIFFERENT);
		}
		return problems;
	}

	@Override
	public String toString() {
		return "NewPassword[disconnectApps=" + this.disconnectApps + "]";
	}

}
