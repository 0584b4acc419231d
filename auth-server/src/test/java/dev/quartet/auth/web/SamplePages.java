package dev.quartet.auth.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Has each template with a model as its feature gives it. */
@SuppressWarnings("ImmutableEnumChecker")
enum SamplePages {

	LOGIN("login/login", login("alice / alice", "bob / bob")),

	LOGIN_PLAIN("login/login", Map.of("failed", false, "demoPeople", List.of())),

	LOGIN_FAILED("login/login", with(login(), "failed", true, "username", "alice")),

	LOGIN_AGAIN("login/login", with(login(), "signedInAs", "alice", "username", "alice", "cancel", true)),

	LOGIN_PICK("login/login", with(login(), "signedInAs", "alice", "mayContinue", true, "cancel", true)),

	LOGIN_BUSY("login/login", with(login(), "busy", true)),

	FORM_POST("authorize/form-post",
			Map.of("action", "http://localhost:8080/callback", "parameters", Map.of("code", "c0de"))),

	LEAVE("authorize/leave",
			Map.of("host", "client.example", "link", "https://client.example/callback?error=invalid_scope",
					"parameters",
					Map.of("error", "invalid_scope", "error_description", "scope names one that is not registered"))),

	LEAVE_POST("authorize/leave",
			Map.of("host", "localhost:8080", "link", "", "action", "http://localhost:8080/callback", "parameters",
					Map.of("error", "invalid_scope", "error_description", "scope names one that is not registered"))),

	CONSENT("consents/consent", SampleConsents.first()),

	CONSENT_AGAIN("consents/consent", SampleConsents.again()),

	CONSENT_STRANGER("consents/consent", SampleConsents.stranger()),

	CONSENT_BARE("consents/consent", SampleConsents.bare()),

	LOGOUT_CONFIRM("logout/confirm",
			Map.of("clientName", "Quartet Notes", "fields", Map.of("id_token_hint", "e30.e30.", "state", "xyz"))),

	LOGOUT_CONFIRM_ALONE("logout/confirm", Map.of("fields", Map.of())),

	SIGNED_OUT("logout/signed-out", Map.of("clientName", "Quartet Notes", "returnTo", "http://localhost:8080/")),

	SIGNED_OUT_ALONE("logout/signed-out", Map.of()),

	SETUP("setup/setup", Map.of("username", "admin", "token", "t0k3n", "errors", List.of())),

	SETUP_REFUSED("setup/setup",
			Map.of("username", "admin", "token", "t0k3n", "errors",
					List.of(new Problem("different", 0), new Problem("too-short", 15)))),

	ACCOUNT_PROFILE("account/profile", profile(false)),

	ACCOUNT_PROFILE_REFUSED("account/profile", with(profile(true), "wrong", true, "tooMuch", true, "conflict", true)),

	ACCOUNT_PASSWORD("account/password",
			Map.of("username", "alice", "wrong", false, "problems", List.of(), "changed", true)),

	ACCOUNT_PASSWORD_WRONG("account/password", Map.of("username", "alice", "wrong", true, "problems", List.of())),

	ACCOUNT_PASSWORD_REFUSED("account/password",
			Map.of("username", "alice", "wrong", false, "disconnect", true, "problems",
					List.of(new Problem("guessable", 0), new Problem("breached", 0), new Problem("unchanged", 0),
							new Problem("personal", 0), new Problem("too-long", 200)))),

	ACCOUNT_SESSIONS("account/sessions",
			Map.of("others", true, "rows",
					List.of(session("Firefox", "Linux", "2001:db8::1", true), session("", "", "", false)))),

	ACCOUNT_ACTIVITY("account/activity",
			Map.of("older", "1_2", "later", true, "entries",
					List.of(new Event("You signed in.", null, "from 2001:db8::1"),
							new Event("An application was connected.", "Quartet Notes", null)))),

	ACCOUNT_ACTIVITY_NONE("account/activity", Map.of("entries", List.of())),

	SETUP_USED("setup/used", Map.of()),

	HOME("web/home", Map.of("issuer", "http://localhost:9000", "username", "alice", "demo", true)),

	HOME_NOBODY("web/home", Map.of("issuer", "https://id.example.com", "demo", false)),

	ERROR("error",
			Map.of("title", "The application’s request is not protected", "explanation",
					"The application left out the proof that keeps your sign-in from being stolen on its way.", "hints",
					List.of(new ErrorPage.Hint("Error", "invalid_request"),
							new ErrorPage.Hint("What is wrong", "code_challenge is missing"),
							new ErrorPage.Hint("Specification", "RFC 7636 §4.4.1")),
					"requestId", "0123456789abcdef", "status", 400)),

	ERROR_PLAIN("error", Map.of("title", "This page does not exist", "explanation", "The address may be mistyped.",
			"hints", List.of(), "requestId", "0123456789abcdef", "status", 404));

	private final String view;

	// Nobody changes a sample, and Map.copyOf would refuse its nulls.
	@SuppressWarnings("ImmutableEnumChecker")
	private final Map<String, ? extends @Nullable Object> model;

	SamplePages(String view, Map<String, ? extends @Nullable Object> model) {
		this.view = view;
		this.model = model;
	}

	String view() {
		return this.view;
	}

	Map<String, ? extends @Nullable Object> model() {
		return this.model;
	}

	private static Map<String, @Nullable Object> profile(boolean wrong) {
		return with(Map.of(), "user", "alice", "username", "alice", "version", "1", "changedAt",
				"1 Jan 1970, 00:00 UTC", "saved", !wrong, "known",
				wrong ? Map.of() : Map.of("email", "alice@example.com", "email_verified", true, "phone_number", "+1"),
				"profileFields", List.of(new Field("name", "name", "text", false, wrong)), "addressFields",
				List.of(new Field("address.street_address", "address-street_address", "address", true, wrong)));
	}

	private static Map<String, Object> session(String browser, String system, String address, boolean here) {
		return Map.of("session",
				Map.of("handle", "h4ndle", "signedInAt", Instant.EPOCH, "lastActiveAt", Instant.EPOCH, "origin",
						Map.of("browser", browser, "system", system, "address", address)),
				"here", here, "signedIn", "1 Jan 1970, 00:00 UTC", "lastActive", "1 Jan 1970, 00:00 UTC");
	}

	private static Map<String, @Nullable Object> login(String... people) {
		return with(Map.of(), "continueTo", "/oauth2/authorize?client_id=quartet-app&continue", "clientName",
				"Quartet Notes", "username", null, "failed", false, "demoPeople", List.of(people));
	}

	private static Map<String, @Nullable Object> with(Map<String, ? extends @Nullable Object> model,
			@Nullable Object... changes) {
		var changed = new HashMap<String, @Nullable Object>(model);
		for (int i = 0; i < changes.length; i += 2) {
			changed.put(String.valueOf(changes[i]), changes[i + 1]);
		}
		return changed;
	}

	/** Is what is wrong with a password. */
	record Problem(String key, int limit) {
	}

	/** Is what happened. */
	record Event(String sentence, @Nullable String client, @Nullable String detail) {

		public Instant at() {
			return Instant.EPOCH;
		}

		public String time() {
			return "1 Jan 1970, 00:00 UTC";
		}

	}

	/** Is a field of the profile. */
	record Field(String name, String id, String expected, boolean lines, boolean wrong) {

		public String value() {
			return "typed";
		}

		public String stored() {
			return "";
		}

		public String label() {
			return this.name.replace('_', '-');
		}

		public String autocomplete() {
			return "off";
		}

	}

}
