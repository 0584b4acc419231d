package dev.quartet.auth.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a seed created, updated and left as it was. */
class SeedChanges {

	private final List<String> created = new ArrayList<>();

	private final List<String> updated = new ArrayList<>();

	private final Map<String, String> generatedSecrets = new LinkedHashMap<>();

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

	void noteSecret(String clientId, String secret) {
		this.generatedSecrets.put(clientId, secret);
	}

	/** The secrets that the server made, by client_id; nowhere else are they in clear. */
	Map<String, String> generatedSecrets() {
		return this.generatedSecrets;
	}

	@Override
	public String toString() {
		return "created %s, updated %s, unchanged %d".formatted(this.created, this.updated, this.unchanged);
	}

}
