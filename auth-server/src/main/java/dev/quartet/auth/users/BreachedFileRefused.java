package dev.quartet.auth.users;

import java.nio.file.Path;

/** Stops a start whose list of breached passwords cannot be searched. */
public class BreachedFileRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	BreachedFileRefused(Path file, String problem) {
		super("The list of breached passwords %s (QUARTET_BREACHED_PASSWORDS) is refused: %s".formatted(file, problem));
	}

}
