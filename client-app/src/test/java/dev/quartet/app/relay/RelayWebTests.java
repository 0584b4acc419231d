package dev.quartet.app.relay;

import java.time.Duration;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the API as a script of a page does. */
@RunningApp
class RelayWebTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NOTE = "{\"title\":\"Milk\",\"text\":\"\"}";

	private static final String[] JSON_BODY = { "Content-Type", "application/json" };

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void signIn() {
		World.reset();
		this.browser.open("/oauth2/authorization/quartet");
	}

	@Test
	void relaysAReading() {
		Page page = this.browser.get("/api/protected");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("Hello, alice!");
		assertThat(header(page, "Content-Type")).isEqualTo("application/json");
		assertThat(header(page, "Cache-Control")).contains("no-store");
		assertThat(header(page, "Content-Security-Policy")).contains("sandbox");
		assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void relaysChangesWithTheTokenOfTheSession() {
		Page created = changes("POST", "/api/notes", NOTE, JSON_BODY);
		assertThat(created.status()).isEqualTo(201);
		String note = "/api/notes/" + JSON.readTree(created.body()).get("id").asString();
		assertThat(changes("PUT", note, NOTE.replace("Milk", "Oat"), JSON_BODY).status()).isEqualTo(428);
		assertThat(
				changes("PUT", note, NOTE.replace("Milk", "Oat"), "Content-Type", "application/json", "If-Match", "*")
					.body())
			.contains("Oat");
		assertThat(this.browser.get(note).body()).contains("Oat");
		assertThat(changes("DELETE", note, "", "If-Match", "*").status()).isEqualTo(204);
		assertThat(this.browser.get(note).status()).isEqualTo(404);
	}

	@Test
	void tellsAScriptWhoIsSignedIn() {
		Page page = this.browser.get("/session");
		JsonNode session = JSON.readTree(page.body());
		assertThat(session.get("signedIn").asBoolean()).isTrue();
		assertThat(session.get("name").asString()).isEqualTo("Alice Archer");
		assertThat(session.at("/csrf/headerName").asString()).isEqualTo("X-CSRF-TOKEN");
		assertThat(header(page, "Cache-Control")).contains("no-store");
		Browser nobody = new Browser(World.APP);
		assertThat(nobody.get("/session").body()).isEqualTo("{\"signedIn\":false,\"name\":null,\"csrf\":null}");
		assertThat(nobody.cookies()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "of somebody else", "AAAA" })
	void refusesAChangeWithoutTheToken(String token) {
		Page page = this.browser.send("POST", "/api/notes", NOTE, "Content-Type", "application/json", "X-CSRF-TOKEN",
				token);
		assertProblem(page, 403, "csrf");
		Page asParameter = this.browser.send("POST", "/api/notes?_csrf=" + csrf(), NOTE, JSON_BODY);
		assertProblem(asParameter, 403, "csrf");
		assertThat(JSON.readTree(this.browser.get("/api/notes").body()).get("total").asInt()).isZero();
	}

	@Test
	void refusesPagesOfOtherOrigins() {
		assertProblem(this.browser.send("GET", "/api/notes", "", "Sec-Fetch-Site", "same-site"), 403, "foreign");
		assertProblem(this.browser.send("GET", "/session", "", "Sec-Fetch-Site", "cross-site"), 403, "foreign");
		assertThat(this.browser.send("GET", "/api/notes", "", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
	}

	@Test
	void asksNobodyToSignInByARedirect() {
		Browser nobody = new Browser(World.APP);
		assertProblem(nobody.get("/api/notes"), 401, "sign-in");
		Page change = nobody.send("POST", "/api/notes", NOTE, JSON_BODY);
		assertProblem(change, 401, "sign-in");
		assertThat(JSON.readTree(change.body()).get("href").asString()).isEqualTo("/oauth2/authorization/quartet");
		assertThat(change.headers().map()).doesNotContainKey("www-authenticate");
	}

	@Test
	void passesOnWhatConcernsTheApiAndNothingElse() {
		changes("POST", "/api/notes?page=1&q=a%20b%26c", NOTE, "Content-Type", "application/json", "Accept",
				"application/json", "Accept-Language", "fr", "If-Match", "\"1\"", "If-None-Match", "\"2\"",
				"Authorization", "Bearer smuggled", "X-Forwarded-Host", "evil.example", "Forwarded",
				"host=evil.example", "DPoP", "proof", "X-Other", "1", "Origin", World.APP, "Referer", World.APP);
		assertThat(World.API.called).isEqualTo("POST /notes?page=1&q=a%20b%26c");
		assertThat(World.API.received).containsEntry("Accept", "application/json")
			.containsEntry("Accept-language", "fr")
			.containsEntry("If-match", "\"1\"")
			.containsEntry("If-none-match", "\"2\"")
			.containsEntry("Content-type", "application/json");
		assertThat(World.API.received.get("Authorization")).startsWith("Bearer at-");
		assertThat(World.API.received).doesNotContainKeys("Cookie", "X-csrf-token", "X-forwarded-host", "Forwarded",
				"Dpop", "X-other", "Origin", "Referer");
		assertThat(World.API.received.get("Host")).isEqualTo(World.API.url().substring("http://".length()));
	}

	@Test
	void showsOfTheAnswerWhatConcernsTheScript() {
		World.API.headers.put("ETag", "\"7\"");
		World.API.headers.put("Location", World.API.url() + "/notes/7");
		World.API.headers.put("Link", "</notes?page=1>; rel=\"next\"");
		World.API.headers.put("RateLimit-Remaining", "3");
		World.API.headers.put("Retry-After", "9");
		World.API.headers.put("Cache-Control", "private, max-age=60");
		World.API.headers.put("Set-Cookie", "QUARTET_APP=evil");
		World.API.headers.put("WWW-Authenticate", "Bearer realm=\"inside\"");
		World.API.headers.put("X-Powered-By", "inside");
		Page page = this.browser.get("/api/notes");
		assertThat(header(page, "ETag")).isEqualTo("\"7\"");
		assertThat(header(page, "Location")).isEqualTo("/api/notes/7");
		assertThat(header(page, "Link")).isEqualTo("</api/notes?page=1>; rel=\"next\"");
		assertThat(header(page, "RateLimit-Remaining")).isEqualTo("3");
		assertThat(header(page, "Retry-After")).isEqualTo("9");
		assertThat(header(page, "Cache-Control")).isEqualTo("private, max-age=60");
		assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "www-authenticate", "x-powered-by");
	}

	@Test
	void leadsNowhereElseAndIntoNoSharedCache() {
		World.API.status = 303;
		World.API.headers.put("Location", "https://evil.example/");
		World.API.headers.put("Cache-Control", "public, max-age=60");
		Page page = this.browser.get("/api/notes");
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.headers().map()).doesNotContainKey("location");
		assertThat(header(page, "Cache-Control")).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/", "/api/admin", "/api/actuator/health", "/api/notes/%31" })
	void knowsNoOtherPath(String path) {
		World.API.called = "";
		assertProblem(this.browser.get(path), 404, "not-relayed");
		assertThat(World.API.called).isEmpty();
	}

	@Test
	void saysWhichMethodsAPathHas() {
		Page page = changes("DELETE", "/api/notes", "");
		assertProblem(page, 405, "method");
		assertThat(header(page, "Allow")).isEqualTo("GET, HEAD, POST");
	}

	@Test
	void refusesABodyThatIsNoJsonOrTooLarge() {
		assertProblem(changes("POST", "/api/notes", "title=Milk", "Content-Type", "application/x-www-form-urlencoded"),
				415, "not-json");
		assertProblem(changes("PUT", "/api/notes/1", "title=Milk", "Content-Type", "text/plain"), 415, "not-json");
		assertProblem(changes("POST", "/api/notes", "\"" + "a".repeat(256 * 1024) + "\"", JSON_BODY), 413, "too-large");
	}

	@Test
	void renewsAnExpiredTokenUnnoticed() {
		World.CLOCK.forward(Duration.ofMinutes(6));
		World.PROVIDER.forgetAccessTokens();
		assertThat(this.browser.get("/api/notes").status()).isEqualTo(200);
		assertThat(World.PROVIDER.refreshes).hasValue(1);
	}

	@Test
	void tellsAScriptToSignInAgainWhenTheTokensAreRefused() {
		World.API.status = 401;
		assertProblem(this.browser.get("/api/notes"), 401, "sign-in");
		World.API.status = 0;
		assertProblem(this.browser.get("/api/notes"), 401, "sign-in");
		this.browser.open("/oauth2/authorization/quartet");
		assertThat(this.browser.get("/api/notes").status()).isEqualTo(200);
	}

	@Test
	void tellsAScriptToComeBackWhenTheApiOrTheProviderIsDown() {
		World.API.status = 500;
		assertUnavailable();
		World.API.stop();
		assertUnavailable();
		World.API.clear();
		World.API.start();
		World.CLOCK.forward(Duration.ofMinutes(6));
		World.PROVIDER.stop();
		assertUnavailable();
	}

	@Test
	void relaysARefusalOfTheApiAsItIs() {
		World.API.status = 403;
		Page page = this.browser.get("/api/notes");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.body()).contains("Set by the test");
	}

	private void assertUnavailable() {
		Page page = this.browser.get("/api/notes");
		assertProblem(page, 503, "unavailable");
		assertThat(header(page, "Retry-After")).isEqualTo("5");
	}

	private static void assertProblem(Page page, int status, String name) {
		assertThat(page.status()).as(page.body()).isEqualTo(status);
		assertThat(header(page, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(JSON.readTree(page.body()).get("type").asString()).isEqualTo("urn:quartet:problem:" + name);
	}

	private Page changes(String method, String address, String body, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "X-CSRF-TOKEN";
		all[headers.length + 1] = csrf();
		return this.browser.send(method, address, body, all);
	}

	private String csrf() {
		return JSON.readTree(this.browser.get("/session").body()).at("/csrf/token").asString();
	}

	private static String header(Page page, String name) {
		return page.headers().firstValue(name).orElse("");
	}

}
