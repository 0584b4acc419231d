package dev.quartet.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends each application what it must refuse: the right error, no stack trace, nothing
 * lost.
 */
class BadInputJourneyTests {

	private static final String MEGABYTE = "a".repeat(1_000_000);

	private final Platform platform = Platform.running();

	private final Program auth = new Program(this.platform.authServer().address());

	private final Program api = new Program(this.platform.resourceServer().address());

	private final Program app = new Program(this.platform.clientApp().address());

	@Test
	void showsAPageForAnUnknownClientAndAnUnregisteredAddress() {
		Map<String, String> unknown = CodeFlow.request();
		unknown.put("client_id", "nobody");
		assertPage(new CodeFlow().authorize(unknown), 400, "not known here");
		Map<String, String> elsewhere = CodeFlow.request();
		elsewhere.put("redirect_uri", "https://evil.example/");
		assertPage(new CodeFlow().authorize(elsewhere), 400, "not registered");
	}

	@Test
	void tellsTheClientOfAMissingChallengeAndAnUnknownScope() {
		Map<String, String> noChallenge = CodeFlow.request();
		noChallenge.remove("code_challenge");
		assertThat(new CodeFlow().authorize(noChallenge).sent("error")).isEqualTo("invalid_request");
		Map<String, String> scope = CodeFlow.request();
		scope.put("scope", "openid everything");
		assertThat(new CodeFlow().authorize(scope).sent("error")).isEqualTo("invalid_scope");
	}

	@Test
	void refusesACallbackThatNobodyBegan() {
		assertPage(this.app.get("/login/oauth2/code/quartet?code=x&state=tampered", "Accept", "text/html"), 400,
				"again");
	}

	@Test
	void givesDataOnlyForATokenThatWasMeantForIt() {
		String machine = token("notes:read");
		assertThat(protectedWith(machine).status()).isEqualTo(200);
		Answer tokens = new CodeFlow().tokens();
		assertThat(protectedWith(tokens.json("access_token")).body()).contains("Hello, visitor",
				"! This is a protected route.");
		for (String wrong : List.of("garbage", "a.b.c", tokens.json("id_token"), token("calendar:read"),
				unsigned(machine), machine.substring(0, machine.length() - 4))) {
			Answer answer = protectedWith(wrong);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
			assertHarmless(answer);
		}
		Answer nothing = this.api.get("/protected");
		assertThat(nothing.status()).isEqualTo(401);
		assertThat(nothing.header("WWW-Authenticate")).startsWith("Bearer").doesNotContain("error");
	}

	@Test
	void saysWhichScopeIsMissing() {
		Answer answer = this.api.get("/notes", "Authorization",
				"Bearer " + new CodeFlow().tokens().json("access_token"));
		assertThat(answer.status()).isEqualTo(200);
		Answer write = this.api.post("/notes", "", "Authorization", "Bearer " + token("notes:read"));
		assertThat(write.status()).isEqualTo(403);
		assertThat(write.header("WWW-Authenticate")).contains("insufficient_scope", "notes:write");
	}

	@Test
	void survivesAMegabyteInAHeaderOrABody() {
		for (Program application : List.of(this.auth, this.api, this.app)) {
			Answer header = application.get("/", "X-Big", MEGABYTE);
			assertThat(header.status()).isBetween(400, 499);
			assertHarmless(header);
			for (String path : List.of("/oauth2/token", "/notes", "/login", "/logout")) {
				Answer body = application.post(path, "code=" + MEGABYTE);
				assertThat(body.status()).isBetween(300, 499);
				assertHarmless(body);
			}
			assertThat(application.get("/actuator/health/readiness").status()).isEqualTo(200);
		}
	}

	@Test
	void showsNothingOfItsInside() {
		for (Program application : List.of(this.auth, this.api, this.app)) {
			for (String path : List.of("/nope", "/%2e%2e/", "/actuator/env", "/actuator/heapdump", "/h2-console",
					"/;x=1", "/a//b", "/error")) {
				Answer answer = application.get(path, "Accept", "text/html");
				assertThat(answer.status()).isBetween(300, 499);
				assertHarmless(answer);
			}
		}
	}

	private String token(String scope) {
		String credentials = Base64.getEncoder()
			.encodeToString("quartet-machine:quartet-machine-demo-secret".getBytes(StandardCharsets.US_ASCII));
		return this.auth
			.post("/oauth2/token", Program.form(Map.of("grant_type", "client_credentials", "scope", scope)),
					"Authorization", "Basic " + credentials)
			.json("access_token");
	}

	private Answer protectedWith(String token) {
		return this.api.get("/protected", "Authorization", "Bearer " + token);
	}

	private static String unsigned(String token) {
		String header = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.US_ASCII));
		return header + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
	}

	private static void assertPage(Answer answer, int status, String text) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.location()).isEmpty();
		assertThat(answer.body()).contains(text);
		assertHarmless(answer);
	}

	private static void assertHarmless(Answer answer) {
		assertThat(answer.body()).doesNotContain("Exception", "at org.", "at dev.", "Apache Tomcat");
	}

}
