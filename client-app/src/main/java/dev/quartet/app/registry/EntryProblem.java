package dev.quartet.app.registry;

import java.util.Locale;

/**
 * Says what is wrong with one setting of one entry, never what it holds: that may be a
 * secret.
 */
record EntryProblem(String entry, String field, String reason) {

	@Override
	public String toString() {
		String variable = ProviderEntry.KEYS.contains(this.field) ? " (" + variable() + ")" : "";
		return this.entry + ": " + this.field + variable + " " + this.reason;
	}

	/** The name that the setting has in the environment. */
	private String variable() {
		boolean isOurs = RegistryReader.QUARTET.equals(this.entry) && this.field.startsWith("client-");
		return prefix(this.entry) + (isOurs ? "_APP_" : "_") + upper(this.field);
	}

	static String prefix(String entry) {
		return upper(entry);
	}

	static String upper(String key) {
		return key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
