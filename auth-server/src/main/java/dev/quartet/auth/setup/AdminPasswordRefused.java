package dev.quartet.auth.setup;

import java.util.List;

/** Stops a start whose configured administrator password breaks the rules. */
public class AdminPasswordRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	AdminPasswordRefused(List<String> problems) {
		super("QUARTET_ADMIN_PASSWORD is refused: " + String.join(" ", problems));
	}

}
