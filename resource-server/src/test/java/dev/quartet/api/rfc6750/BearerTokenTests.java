package dev.quartet.api.rfc6750;

import java.net.http.HttpRequest.BodyPublishers;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 6750 §2 and §3: where a token may be, and how refusals are told. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class BearerTokenTests {

	private static final String METADATA = "resource_metadata=\"http://localhost:8090/.well-known/oauth-protected-resource\"";

	private final ApiClient api;

	private final String token = TestToken.person("alice").scope("openid notes:read").mint();

	BearerTokenTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void answersWithoutAnErrorCodeWhenThereIsNoToken() {
		Answer answer = api.get("/protected");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).isEqualTo("Bearer " + METADATA);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(401);
	}

	@Test
	void namesTheScopeWhenThereIsNoToken() {
		assertThat(api.get("/notes").challenge()).isEqualTo("Bearer scope=\"notes:read\", " + METADATA);
	}

	@Test
	void saysWhatIsWrongWithAToken() {
		Answer answer = api.get("/protected", TestToken.person("alice").typed("JWT").mint());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).isEqualTo("Bearer error=\"invalid_token\", "
				+ "error_description=\"typ is not at+jwt, so this is no access token\", " + METADATA);
		assertThat(answer.text("detail")).isEqualTo("typ is not at+jwt, so this is no access token");
	}

	@Test
	void namesTheMissingScope() {
		Answer answer = api.post("/notes", token, "{\"title\":\"Milk\"}");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).startsWith("Bearer error=\"insufficient_scope\"")
			.contains("scope=\"notes:write\"")
			.endsWith(METADATA);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "notes", "notes:reader", "NOTES:READ", "notes:read:all", "SCOPE_notes:read" })
	void comparesScopesWhole(String scope) {
		assertThat(api.get("/notes", TestToken.person("alice").scope(scope).mint()).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "bearer", "BEARER", "bEaReR" })
	void comparesTheSchemeWithoutRegardToCase(String scheme) {
		assertThat(withAuthorization(scheme + " " + token).status()).isEqualTo(200);
	}

	@Test
	void refusesMalformedCredentials() {
		for (String value : new String[] { "Bearer", "Bearer a b", "Bearer\t" + token, "Bearer " + token + ",",
				"Bearer {}", "Bearer \"><script>" }) {
			Answer answer = withAuthorization(value);
			assertThat(answer.status()).as(value).isEqualTo(401);
			assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"").doesNotContain("<script");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic YWxpY2U6YWxpY2U=", "Bearerx y", "Token x" })
	void ignoresOtherSchemes(String value) {
		Answer answer = withAuthorization(value);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).isEqualTo("Bearer " + METADATA);
	}

	@Test
	void ignoresATokenInTheQuery() {
		Answer answer = api.get("/protected?access_token=" + token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).doesNotContain("error");
	}

	@Test
	void ignoresATokenInAForm() {
		Answer answer = api.send("/notes", (request) -> request.POST(BodyPublishers.ofString("access_token=" + token))
			.header("Content-Type", "application/x-www-form-urlencoded"));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).doesNotContain("error");
	}

	@Test
	void refusesTwoTokens() {
		refusesAsInvalidRequest(api.get("/protected?access_token=" + token, token));
		refusesAsInvalidRequest(api.send("/protected", (request) -> request.header("Authorization", "Bearer " + token)
			.header("Authorization", "Bearer " + token)));
		refusesAsInvalidRequest(api.send("/notes",
				(request) -> request.POST(BodyPublishers.ofString("access_token=" + token))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Authorization", "Bearer " + token)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iss", "aud", "sub", "client_id", "jti", "exp", "nbf", "iat", "scope", "cnf" })
	void repeatsNothingThatATokenSays(String claim) {
		String evil = "evil\", error=\"none\", x=\"\r\nSet-Cookie: evil=1\r\n\r\n<script>";
		Answer answer = api.get("/notes", TestToken.person("alice").with(claim, evil).mint());
		assertThat(answer.status()).isIn(401, 403);
		assertThat(answer.challenges()).noneMatch((challenge) -> challenge.contains("evil"));
		assertThat(answer.body()).doesNotContain("evil");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void logsNoToken(CapturedOutput output) {
		String refused = TestToken.person("alice").typed("JWT").mint();
		api.get("/protected", token);
		api.get("/protected", refused);
		api.get("/protected?access_token=" + token, token);
		api.get("/failing", token);
		assertThat(output).contains("Request ").doesNotContain("eyJ", token, refused);
	}

	private static void refusesAsInvalidRequest(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_request\"");
		assertThat(answer.body()).doesNotContain("eyJ");
	}

	private Answer withAuthorization(String value) {
		return api.send("/protected", (request) -> request.header("Authorization", value));
	}

}
