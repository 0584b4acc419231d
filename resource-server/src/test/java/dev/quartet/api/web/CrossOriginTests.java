package dev.quartet.api.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Pages of listed origins may read every answer; all others are told nothing. */
@ApiTest
class CrossOriginTests {

	private final ApiClient api;

	CrossOriginTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void answersWhatABrowserAsksBeforehandWithoutAToken() {
		ApiClient.Answer answer = preflight(ApiTest.ORIGIN);
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ApiTest.ORIGIN);
		assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE");
		assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "DPoP", "Content-Type",
				"If-Match", "If-None-Match");
		assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
		assertThat(answer.header("Vary")).contains("Origin");
	}

	@Test
	void letsAKnownPageReadAnswersAndRefusals() {
		readable(from(ApiTest.ORIGIN, "/protected", TestToken.person("alice").mint()), 200);
		readable(from(ApiTest.ORIGIN, "/protected", "none"), 401);
		readable(from(ApiTest.ORIGIN, "/notes", TestToken.person("alice").mint()), 403);
		readable(from(ApiTest.ORIGIN, "/no/such/path", TestToken.person("alice").mint()), 404);
		readable(from(ApiTest.ORIGIN, "/protected;x=1", TestToken.person("alice").mint()), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://foreign.example", "null", "https://page.example.foreign.example",
			"http://page.example", "https://page.example:444", "https://PAGE.example", "https://page.example/" })
	void tellsAForeignPageNothing(String origin) {
		silent(preflight(origin), 401);
		silent(from(origin, "/protected", TestToken.person("alice").mint()), 200);
	}

	@Test
	void saysThatAnswersDifferByOrigin() {
		assertThat(api.get("/protected").header("Vary")).contains("Origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "null", "page.example", "https://page.example/", "https://page.example/path",
			"https://*.page.example", "ftp://page.example", "https://PAGE.example", "https://page.example:443",
			"https://user@page.example", "https://page.example?x", "https://" })
	void refusesToStartWithWhatIsNoOrigin(String origin) {
		assertThatIllegalArgumentException().isThrownBy(() -> new CrossOriginSettings(List.of(origin)))
			.withMessageContaining("quartet.api.cors.origins");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://page.example", "http://localhost:3000", "http://127.0.0.1:8080" })
	void takesOriginsAsBrowsersWriteThem(String origin) {
		assertThatNoException().isThrownBy(() -> new CrossOriginSettings(List.of(origin)));
	}

	private static void readable(ApiClient.Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ApiTest.ORIGIN);
		assertThat(answer.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate", "DPoP-Nonce", "ETag",
				"Location", "Link", "Retry-After", "RateLimit", "RateLimit-Policy");
	}

	private static void silent(ApiClient.Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
		assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
	}

	private ApiClient.Answer preflight(String origin) {
		return api.send("/notes",
				(request) -> request.method("OPTIONS", BodyPublishers.noBody())
					.header("Origin", origin)
					.header("Access-Control-Request-Method", "PUT")
					.header("Access-Control-Request-Headers", "authorization,content-type,if-match"));
	}

	private ApiClient.Answer from(String origin, String path, String token) {
		return api.send(path, (request) -> request.header("Origin", origin).header("Authorization", "Bearer " + token));
	}

}
