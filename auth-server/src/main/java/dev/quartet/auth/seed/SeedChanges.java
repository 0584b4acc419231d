package dev.quartet.auth.seed;

import java.util.ArrayList;
import java.util.List;

/** Counts what a seed created, updated and left as it was. */
class SeedChanges {

	private final List<String> created = new ArrayList<>();

	private final List<String> updated = new ArrayList<>();

	private int unchanged;

	void note(String entry, boolean isNew, boolean changed) {
		if (isNew) {
			this.created.add(entry);
		}
		else if (changed) {
			this.updated.add(entry);
		}
		else {
			this.unchanged++;
		}
	}

	@Override
	public String toString() {
		return "created %s, updated %s, unchanged %d".formatted(this.created, this.updated, this.unchanged);
	}

}
