package dev.quartet.auth.seed;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one start reports as much as it can. */
class SeedProblems {

	private static final int MAX_REPORTED = 20;

	private final List<String> problems = new ArrayList<>();

	void add(Place place, String problem) {
		this.problems.add(place + ": " + problem);
	}

	/** Goes on only when nothing is wrong so far. */
	void refuseIfAny() {
		if (this.problems.size() > MAX_REPORTED) {
			List<String> first = new ArrayList<>(this.problems.subList(0, MAX_REPORTED));
			first.add("… and %d more".formatted(this.problems.size() - MAX_REPORTED));
			throw new SeedRefused(first);
		}
		if (!this.problems.isEmpty()) {
			throw new SeedRefused(this.problems);
		}
	}

}
