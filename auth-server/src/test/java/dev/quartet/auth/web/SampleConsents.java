package dev.quartet.auth.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Has what consent pages show. */
final class SampleConsents {

	private SampleConsents() {
	}

	/** A client that is known asks for the first time. */
	static Map<String, @Nullable Object> first() {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("face", new Face("Quartet Notes", "vetted", "https://notes.example.com"));
		model.put("clientName", "Quartet Notes");
		model.put("clientId", "quartet-app");
		model.put("redirectHost", "notes.example.com");
		model.put("loopback", false);
		model.put("username", "alice");
		model.put("personName", "Alice Example");
		model.put("switchTo", "/oauth2/authorize?client_id=quartet-app");
		model.put("why", "consent.why.first-time");
		model.put("state", "s3cr3t");
		model.put("shown", "d1gest");
		model.put("again", false);
		model.put("risky", true);
		model.put("fixedScopes", List.of("notes:read", "openid"));
		model.put("always", List.of(new Always("identity", "It learns which account is yours.")));
		model.put("durations", List.of("once", "session", "month", "revoked"));
		model.put("preset", "month");
		model.put("offline", new Offline(true, false));
		model.put("resources", groups());
		return model;
	}

	private static List<Group> groups() {
		return List.of(
				new Group("About you", null, List.of(),
						List.of(new Line("profile", "See your name", "Your full name.", "low", true, false,
								List.of(new Value("Name", "Alice Example"))),
								new Line("email", "See your e-mail address", null, "low", true, false, List.of()))),
				new Group("Notes", "Example Inc.",
						List.of(new Line("notes:read", "Read your notes", "All of them.", "medium", true, false, null)),
						List.of(new Line("notes:write", "Change and delete your notes", "Also writes new ones.", "high",
								false, false, null))));
	}

	/** A program on the person's device asks for more. */
	static Map<String, @Nullable Object> again() {
		Map<String, @Nullable Object> model = first();
		model.put("face", new Face("Notes on the command line", "vetted", null));
		model.put("redirectHost", "http://127.0.0.1:51234");
		model.put("loopback", true);
		model.put("why", "consent.why.changed");
		model.put("former", new Former("1 January 2026", "Notes", "http://127.0.0.1"));
		model.put("note", "consent.note.outdated");
		model.put("again", true);
		model.put("lost", List.of("See your calendar"));
		model.put("offline", null);
		model.put("resources", List.of(new Group("Notes", null, List.of(), List.of(
				new Line("notes:read", "Read your notes", null, "low", true, true, null),
				new Line("notes:write", "Change your notes", "Also writes new ones.", "low", true, false, null)))));
		return model;
	}

	/** Nobody knows who asks, and all is as long as it gets. */
	static Map<String, @Nullable Object> stranger() {
		Map<String, @Nullable Object> model = first();
		String name = "<script>alert(1)</script>Donaudampfschifffahrtselektrizitätenhauptbetriebs";
		model.put("face", new Face(name, "unvetted", null));
		model.put("clientName", name);
		model.put("redirectHost", "a-very-long-name-of-a-host.that-goes-on.and-on-and-on.example.com:8443");
		model.put("personName", null);
		model.put("switchTo", null);
		return model;
	}

	/** Next to nothing. */
	static Map<String, @Nullable Object> bare() {
		Map<String, @Nullable Object> model = first();
		model.put("resources", List.of());
		model.put("always", List.of());
		model.put("offline", null);
		return model;
	}

	/** Is a client. */
	record Face(String name, String vetting, @Nullable String website) {

		public String initial() {
			return this.name.substring(0, 1);
		}

		public boolean isUnvetted() {
			return this.vetting.equals("unvetted");
		}

		public @Nullable String site() {
			return this.website;
		}

		public @Nullable String policy() {
			return this.website;
		}

		public @Nullable String terms() {
			return this.website;
		}

		public @Nullable String logo() {
			return null;
		}

	}

	/** Groups what is asked for by what it concerns. */
	record Group(String name, @Nullable String owner, List<Line> required, List<Line> optional) {
	}

	/** Is one permission that a client asks for. */
	record Line(String name, String title, @Nullable String description, String risk, boolean checked, boolean granted,
			@Nullable List<Value> values) {
	}

	/** Is one thing that will be told. */
	record Value(String label, String text) {
	}

	/** Is one sentence. */
	record Always(String id, String text) {
	}

	/** Is whether it may go on. */
	record Offline(boolean checked, boolean granted) {
	}

	/** Is what the client was. */
	record Former(String since, @Nullable String name, @Nullable String host) {
	}

}
