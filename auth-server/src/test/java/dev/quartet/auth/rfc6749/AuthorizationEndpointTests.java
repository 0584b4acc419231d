package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says how the authorization endpoint answers (RFC 6749 §3.1, §4.1.1, §4.1.2; RFC 9207
 * §2).
 */
@QuartetServer
class AuthorizationEndpointTests {

	private final Flows flows;

	private AuthorizationFlow flow;

	AuthorizationEndpointTests(@Autowired Flows flows) {
		this.flows = flows;
		this.flow = flows.app();
	}

	@BeforeEach
	void openABrowser() {
		this.flow = this.flows.app();
	}

	@Test
	void asksForSignInThenForConsent() {
		Answer login = this.flow.browser().follow(this.flow.authorize(this.flow.request()));
		assertThat(login.text()).contains("Sign in").contains("Quartet Notes");
		Answer consent = this.flow.browser().follow(this.flow.signIn(login, "admin", "admin"));
		assertThat(consent.text()).contains("Quartet Notes", "localhost:8080", "Read your notes", "admin");
		assertThat(consent.page().select("input[type=checkbox][name=scope]").eachAttr("value")).containsExactly("email",
				"profile", "notes:write");
		assertThat(consent.page().select("input[type=hidden][name=scope]").eachAttr("value"))
			.containsExactly("notes:read", "openid");
	}

	@Test
	void saysTheSameForAWrongPasswordAndAnUnknownName() {
		Answer login = this.flow.browser().follow(this.flow.authorize(this.flow.request()));
		String wrong = this.flow.browser().follow(this.flow.signIn(login, "alice", "wrong")).text();
		String unknown = this.flow.browser().follow(this.flow.signIn(login, "nobody", "wrong")).text();
		assertThat(wrong).contains("do not match").isEqualTo(unknown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b&c=d%20e+f", "\"><svg onload=alert(1)>", "\r\nSet-Cookie: x=1", "žluťoučký 🐎" })
	void returnsTheStateByteByByte(String state) {
		this.flow.code("alice");
		Answer answer = this.flow.authorize(this.flow.request().with("state", state));
		assertThat(answer.sent("state")).isEqualTo(state);
		assertThat(answer.header("Set-Cookie")).doesNotContain("x=1");
	}

	@Test
	void namesTheIssuerInEveryAnswer() {
		Answer denied = this.flow.allow(this.flow.signIn("bob", this.flow.request().and("prompt", "consent")));
		assertThat(denied.sent("iss")).isEqualTo("http://localhost:9000");
		Answer refused = this.flow.authorize(this.flow.request().without("code_challenge"));
		assertThat(refused.sent("iss")).isEqualTo("http://localhost:9000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "quartet-app\0", "QUARTET-APP" })
	void showsAPageForAnUnknownClient(String clientId) {
		Answer answer = this.flow.authorize(this.flow.request().with("client_id", clientId));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(answer.header("Content-Type")).startsWith("text/html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/login/oauth2/code/quartet/", "https://evil.example/",
			"http://localhost:8080@evil.example/login/oauth2/code/quartet", "//evil.example",
			"http://localhost:8080/login/oauth2/code/quartet#x", "javascript:alert(1)", "http://localhost:8081/",
			"https://evil.example#@localhost:8080/login/oauth2/code/quartet",
			"http://localhost:8080\\@evil.example/login/oauth2/code/quartet",
			"http://a@b@localhost:8080/login/oauth2/code/quartet",
			"http://localhost.evil.example:8080/login/oauth2/code/quartet" })
	void neverRedirectsToAnAddressThatIsNotRegistered(String redirectUri) {
		Answer answer = this.flow.authorize(this.flow.request().with("redirect_uri", redirectUri));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(answer.text()).contains("not registered");
	}

	@Test
	void letsANativeClientListenOnAnyLoopbackPort() {
		AuthorizationFlow nativeClient = this.flows.with(TestClient.publicOne());
		assertThat(nativeClient.code("alice")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
			"code_challenge_method", "response_type" })
	void refusesAParameterThatIsSentTwice(String name) {
		Answer answer = this.flow.authorize(this.flow.request().and(name, "again"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "id_token", "code token", "none" })
	void givesNothingButCodes(String responseType) {
		Answer answer = this.flow.authorize(this.flow.request().with("response_type", responseType));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@Test
	void refusesARequestWithoutAScope() {
		this.flow.code("alice");
		assertThat(this.flow.authorize(this.flow.request().without("scope")).sent("error")).isEqualTo("invalid_scope");
		assertThat(this.flow.authorize(this.flow.request().with("scope", "")).sent("error")).isEqualTo("invalid_scope");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:99999999999/", "http://127.0.0.1:{x}/", "http://[::1", "%00",
			"http://localhost:99999/" })
	void showsAPageForAnAddressThatIsNone(String redirectUri) {
		Answer answer = this.flow.authorize(this.flow.request().with("redirect_uri", redirectUri));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(this.flow.push(this.flow.request().with("redirect_uri", redirectUri)).status()).isEqualTo(400);
	}

	@Test
	void showsAPageForAClientThatHasNoAddress() {
		AuthorizationFlow machine = this.flows.with(TestClient.machine());
		assertThat(machine.authorize(machine.request().without("redirect_uri")).status()).isEqualTo(400);
		assertThat(machine.push(machine.request().without("redirect_uri")).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(ints = { 7000, 9000, 30_000 })
	void refusesARequestThatIsTooLong(int length) {
		this.flow.code("alice");
		Form request = this.flow.request().with("state", "\u0001".repeat(length));
		assertThat(this.flow.push(request).status()).isIn(400, 413);
	}

	@Test
	void refusesALoopbackPortThatAWebClientDidNotRegister() {
		Answer answer = this.flow
			.authorize(this.flow.request().with("redirect_uri", "http://127.0.0.1:8080/login/oauth2/code/quartet"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "request, eyJhbGciOiJub25lIn0.e30., invalid_request_object",
			"request_uri, https://attacker.example/r, request_uri_not_supported",
			"registration, {}, registration_not_supported" })
	void saysWhichParametersItDoesNotKnow(String name, String value, String error) {
		Answer answer = this.flow.authorize(this.flow.request().and(name, value));
		assertThat(answer.sent("error")).isEqualTo(error);
		assertThat(answer.sent("state")).isEqualTo("a state");
	}

	@Test
	void refusesAScopeThatIsNotRegistered() {
		Answer answer = this.flow.authorize(this.flow.request().with("scope", "openid admin"));
		assertThat(answer.sent("error")).isEqualTo("invalid_scope");
		assertThat(answer.sent("state")).isEqualTo("a state");
	}

	@Test
	void answersDenialWithAccessDeniedEvenIfSheAllowedItBefore() {
		this.flow.code("alice");
		AuthorizationFlow again = this.flows.app();
		Answer consent = again.signIn("alice", again.request().and("prompt", "consent"));
		Answer denied = again.allow(consent);
		assertThat(denied.sent("error")).isEqualTo("access_denied");
		assertThat(denied.sent("state")).isEqualTo("a state");
		assertThat(denied.sent("code")).isEmpty();
	}

	@Test
	void grantsOnlyWhatWasTicked() {
		Answer consent = this.flow.signIn("bob", this.flow.request().and("prompt", "consent"));
		Answer tokens = this.flow.redeem(this.flow.allow(consent, "openid", "notes:read").sent("code"));
		assertThat(tokens.json("scope").split(" ")).containsExactlyInAnyOrder("openid", "notes:read");
	}

	@Test
	void refusesAnAnswerWithMoreThanWasShown() {
		Form less = this.flow.request().with("scope", "openid notes:read").and("prompt", "consent");
		Answer answer = this.flow.allow(this.flow.signIn("bob", less), "openid", "notes:read", "notes:write");
		assertThat(answer.sent("error")).isEqualTo("invalid_scope");
	}

	@Test
	void takesOneAnswerOnlyForEachConsentPage() {
		Answer consent = this.flow.signIn("bob", this.flow.request().and("prompt", "consent"));
		this.flow.allowAll(consent);
		Answer again = this.flow.allowAll(consent);
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.text()).contains("expired");
	}

	@Test
	void takesNoAnswerFromAnotherPerson() {
		Answer consent = this.flow.signIn("bob", this.flow.request().and("prompt", "consent"));
		AuthorizationFlow other = this.flows.app();
		other.code("alice");
		Answer stolen = other.allowAll(consent);
		assertThat(stolen.status()).isEqualTo(400);
		assertThat(other.browser().get("/oauth2/consent?state=" + consent.hidden("state")).status()).isEqualTo(400);
	}

	@Test
	void asksAPublicClientsPersonEveryTime() {
		AuthorizationFlow nativeClient = this.flows.with(TestClient.publicOne());
		assertThat(nativeClient.code("alice")).isNotEmpty();
		Answer again = nativeClient.browser().follow(nativeClient.authorize(nativeClient.request()));
		assertThat(again.page().selectFirst("#allow")).isNotNull();
	}

	@Test
	void sendsPeopleOnlyToItselfAfterSignIn() {
		for (String elsewhere : new String[] { "https://evil.example/", "//evil.example", "/\\evil.example",
				"/account/../../x", "http:evil" }) {
			Answer login = this.flows.browser().get("/login?" + Form.empty().and("continue", elsewhere));
			assertThat(login.status()).isEqualTo(200);
			assertThat(login.page().select("input[name=continue]")).isEmpty();
		}
	}

	@Test
	void refusesAForeignHostName() {
		// the JDK's client does not let a Host header be chosen, a raw request does
		assertThat(RawRequest.get(this.flow.browser().address("/login"), "evil.example")).startsWith("HTTP/1.1 400");
	}

}
