package dev.quartet.auth.setup;

import java.util.List;
import java.util.stream.Collectors;

import dev.quartet.auth.users.PasswordProblem;

/** Stops a start whose configured administrator password breaks the rules. */
public class AdminPasswordRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	AdminPasswordRefused(List<PasswordProblem> problems) {
		super("QUARTET_ADMIN_PASSWORD is refused: "
				+ problems.stream().map(PasswordProblem::sentence).collect(Collectors.joining(" ")));
	}

}
