package dev.quartet.api.access;

import java.net.http.HttpRequest.BodyPublishers;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No other spelling of a request is less protected than the plain one. */
@ApiTest
class SideDoorTests {

	private final ApiClient api;

	private final String unscoped = TestToken.person("alice").scope("openid").mint();

	SideDoorTests(ApiClient api) {
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "//protected", "/./protected", "/protected;x=1", "/%2e/protected", "/a/%2e%2e/protected",
			"/protected%00", "/PROTECTED", "/protected/", "/%70rotected", "/actuator/health/../../protected",
			"/actuator/health/..%2f..%2fprotected", "/actuator/health/..;/..;/protected", "/openapi/../protected" })
	void needsATokenHoweverThePathIsSpelt(String path) {
		assertThat(api.get(path).status()).isIn(400, 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/notes", "//notes", "/./notes", "/notes;x=1", "/%2e/notes", "/me/%2e%2e/notes",
			"/%6eotes", "/notes%00", "/NOTES", "/notes/", "/notes.json", "/notes%2f", "/notes%3b", "/notes?x=1",
			"/notes/%2e" })
	void needsTheScopeHoweverThePathIsSpelt(String path) {
		assertThat(api.get(path, unscoped).status()).isIn(400, 403, 404);
		assertThat(api.call("HEAD", path, unscoped, "").status()).isIn(400, 403, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "HEAD", "PROPFIND" })
	void needsTheScopeWhateverTheMethod(String method) {
		assertThat(api.call(method, "/notes", unscoped, "").status()).isIn(400, 403);
	}

	@ParameterizedTest
	@CsvSource({ "X-Original-URL, /actuator/health", "X-Rewrite-URL, /actuator/health",
			"X-Forwarded-Prefix, /actuator/health", "X-Forwarded-Uri, /openapi", "X-Forwarded-User, alice",
			"X_Forwarded_User, alice", "Remote-User, alice", "X-HTTP-Method-Override, OPTIONS",
			"X-SSL-Client-Cert, MIIB", "Client-Cert, :MIIB:", "X-Forwarded-For, 127.0.0.1",
			"Forwarded, for=127.0.0.1;host=localhost", "Cookie, QUARTET_APP=1" })
	void believesNoHeaderInThePlaceOfAToken(String name, String value) {
		assertThat(api.send("/notes", (request) -> request.header(name, value)).status()).isEqualTo(401);
	}

	@Test
	void takesNoOtherMethodThanTheRequestHas() {
		String token = TestToken.person("side-door").scope("notes:read notes:write").mint();
		String note = api.post("/notes", token, "{\"title\":\"Milk\"}").header("Location");
		assertThat(note).startsWith("/notes/");
		for (String header : new String[] { "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override" }) {
			api.send(note + "?_method=DELETE",
					(request) -> request.POST(BodyPublishers.ofString("_method=DELETE"))
						.header(header, "DELETE")
						.header("Content-Type", "application/x-www-form-urlencoded")
						.header("If-Match", "*")
						.header("Authorization", "Bearer " + token));
		}
		assertThat(api.get(note, token).status()).isEqualTo(200);
	}

	@Test
	void namesItsAddressesWhateverARequestSaysOfThem() {
		String token = TestToken.person("side-door").scope("notes:read notes:write").mint();
		ApiClient.Answer written = api.call("POST", "/notes", token, "{\"title\":\"Milk\"}", "X-Forwarded-Host",
				"evil.example", "X-Forwarded-Proto", "gopher", "X-Forwarded-Prefix", "/evil", "Forwarded",
				"host=evil.example");
		assertThat(written.header("Location")).startsWith("/notes/");
		ApiClient.Answer refused = api.send("/notes", (request) -> request.header("X-Forwarded-Host", "evil.example"));
		assertThat(refused.challenge())
			.contains("resource_metadata=\"" + TestToken.RESOURCE + "/.well-known/oauth-protected-resource\"");
	}

}
