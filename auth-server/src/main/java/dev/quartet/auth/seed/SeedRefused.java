package dev.quartet.auth.seed;

import java.util.List;

/** Stops a start whose seed is wrong. */
public class SeedRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	SeedRefused(List<String> problems) {
		super(String.join("\n", problems));
	}

}
