package dev.quartet.auth.protocol;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says whose scripts may read what (Fetch §3.2). */
@QuartetServer
class CrossOriginTests {

	private static final String ALLOWED = "Access-Control-Allow-Origin";

	private final Browser browser;

	CrossOriginTests(@Autowired Flows flows) {
		this.browser = flows.browser();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/jwks", "/.well-known/openid-configuration",
			"/.well-known/oauth-authorization-server" })
	void letsEverybodyReadWhatIsPublic(String path) {
		Answer answer = this.browser.get(path, "Origin", "https://anybody.example");
		assertThat(answer.header(ALLOWED)).isEqualTo("*");
		assertThat(answer.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/revoke", "/userinfo" })
	void letsScriptsOfClientsCall(String path) {
		Answer preflight = this.browser.preflight(path, "Origin", "http://localhost:8080",
				"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers",
				"authorization,content-type");
		assertThat(preflight.status()).isEqualTo(200);
		assertThat(preflight.header(ALLOWED)).isEqualTo("http://localhost:8080");
		assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-credentials");
		Answer answer = this.browser.post(path, Form.empty(), "Origin", "http://localhost:8080");
		assertThat(answer.header(ALLOWED)).isEqualTo("http://localhost:8080");
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/token, https://evil.example", "/userinfo, http://localhost:80800", "/oauth2/token, null",
			"/oauth2/token, http://localhost", "/oauth2/revoke, http://localhost:8080.evil.example",
			"/oauth2/token, https://localhost:8080", "/oauth2/token, %" })
	void refusesOthers(String path, String origin) {
		Answer preflight = this.browser.preflight(path, "Origin", origin, "Access-Control-Request-Method", "POST");
		assertThat(preflight.status()).isEqualTo(403);
		assertThat(preflight.header(ALLOWED)).isEmpty();
		assertThat(this.browser.post(path, Form.empty(), "Origin", origin).header(ALLOWED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorize", "/login", "/oauth2/consent", "/oauth2/introspect", "/oauth2/par",
			"/connect/logout", "/" })
	void letsNobodyReadWhatAPersonSees(String path) {
		assertThat(this.browser.get(path, "Origin", "http://localhost:8080").header(ALLOWED)).isEmpty();
		Answer preflight = this.browser.preflight(path, "Origin", "http://localhost:8080",
				"Access-Control-Request-Method", "POST");
		assertThat(preflight.header(ALLOWED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/authorize", "/login", "/oauth2/consent", "/device", "/connect/logout", "/",
			"/none", "/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/oauth2/par",
			"/oauth2/device_authorization", "/userinfo", "/connect/register", "/oauth2/jwks" })
	void sendsNobodyToSignInWhoAsksForOptions(String path) {
		Answer answer = this.browser.preflight(path);
		assertThat(answer.status()).isIn(200, 204, 401, 403, 404, 405);
		assertThat(answer.location()).isEmpty();
		assertThat(answer.header(ALLOWED)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/oauth2/par",
			"/oauth2/device_authorization" })
	void tellsMachinesWhichMethodTheyMustUse(String path) {
		Answer answer = this.browser.get(path, "Accept", "text/html");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).isEqualTo("POST, OPTIONS");
		assertThat(answer.json("error")).isEqualTo("invalid_request");
	}

}
