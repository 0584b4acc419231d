package dev.quartet.auth.rfc6749;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says how clients prove who they are, and what they hear if not (RFC 6749 §2.3, §5.2).
 */
@QuartetServer
class ClientAuthenticationTests {

	private static final String MACHINE = "quartet-machine";

	private static final String SECRET = "quartet-machine-demo-secret";

	private static final String STRANGE_ID = "strange: id/%+";

	private static final String STRANGE_SECRET = "s:e%c+r e/t?&=~0123456789abcdef";

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	ClientAuthenticationTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par" })
	void refusesAWrongSecretWithAChallenge(String endpoint) {
		TestClient wrong = new TestClient(MACHINE, "not-the-secret-of-the-machine", "", "");
		Answer answer = this.flows.browser().post(endpoint, form(), wrong.basic());
		assertRefused(answer);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.json("error_description")).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par" })
	void refusesASecretInHeaderAndBody(String endpoint) {
		Answer answer = this.flows.browser()
			.post(endpoint, form().and("client_secret", SECRET), TestClient.machine().basic());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_request");
	}

	@Test
	void refusesASecretAndAnAssertion() {
		Form assertion = form().and("client_assertion", "a.b.c")
			.and("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		assertThat(this.flows.browser().post("/oauth2/token", assertion, TestClient.machine().basic()).json("error"))
			.isEqualTo("invalid_request");
		Form body = assertion.and("client_id", MACHINE).and("client_secret", SECRET);
		assertThat(this.flows.browser().post("/oauth2/token", body).json("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par" })
	void refusesTheNameOfAnotherClientInTheBody(String endpoint) {
		Answer answer = this.flows.browser()
			.post(endpoint, form().and("client_id", "quartet-app"), TestClient.machine().basic());
		assertRefused(answer);
	}

	@Test
	void acceptsTheClientsOwnNameInTheBody() {
		Answer answer = this.flows.browser()
			.post("/oauth2/token", form().and("client_id", MACHINE), TestClient.machine().basic());
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void takesAParameterWithoutAValueAsOmitted() {
		Answer answer = this.flows.browser()
			.post("/oauth2/token", form().and("client_secret", "").and("client_assertion", ""),
					TestClient.machine().basic());
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void decodesNameAndSecretAsForms() {
		withStrangeClient("client_secret_basic", () -> {
			assertThat(token(basic("strange%3A+id%2F%25%2B:s%3Ae%25c%2Br+e%2Ft%3F%26%3D~0123456789abcdef")).status())
				.isEqualTo(200);
			assertThat(
					token(basic("strange%3a%20id%2f%25%2b:s%3ae%25c%2br%20e%2ft%3f%26%3d%7e0123456789abcdef")).status())
				.isEqualTo(200);
			assertRefused(token(basic(STRANGE_ID + ":" + STRANGE_SECRET)));
			assertRefused(strangePost());
		});
	}

	@Test
	void acceptsASecretInTheBodyWhereTheClientSaysSo() {
		withStrangeClient("client_secret_post", () -> {
			assertThat(strangePost().status()).isEqualTo(200);
			assertRefused(token(basic("strange%3A+id%2F%25%2B:s%3Ae%25c%2Br+e%2Ft%3F%26%3D~0123456789abcdef")));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "Basic ", "Basic !!!", "Basic YQ", "Basic Og==", "Basic OmI=", "Basic YTo=",
			"Basic YTpi YTpi", "Basic JSU6JSU=", "Basic w6k6w6k=", "Basic gIA6gIA=", "Basic AAA6AAA=", "Bearer YTpi",
			"Digest x", "basic YTpi", "x" })
	void refusesAHeaderThatProvesNothing(String header) {
		Answer answer = token("Authorization", header);
		assertRefused(answer);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
	}

	@Test
	void refusesTenKilobytesOfSecret() {
		assertRefused(token(basic("a".repeat(5000) + ":" + "b".repeat(5000))));
		assertRefused(this.flows.browser()
			.post("/oauth2/token", form().and("client_id", "a".repeat(5000)).and("client_secret", "b".repeat(5000))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "é", "a\nb", "\ud83d\ude80" })
	void refusesANameThatNoClientCanHave(String name) {
		assertRefused(this.flows.browser().post("/oauth2/token", form().and("client_id", name)));
		assertRefused(
				this.flows.browser().post("/oauth2/token", form().and("client_id", name).and("client_secret", "x")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par" })
	void refusesAConfidentialClientThatProvesNothing(String endpoint) {
		assertRefused(this.flows.browser().post(endpoint, form(), "Accept", "*/*"));
		assertRefused(this.flows.browser().post(endpoint, form().and("client_id", MACHINE), "Accept", "*/*"));
	}

	@Test
	void refusesAConfidentialClientThatOnlyHasTheProofKey() {
		AuthorizationFlow flow = this.flows.app();
		Form redemption = flow.redemption(flow.code("alice")).and("client_id", "quartet-app");
		assertRefused(flow.browser().post("/oauth2/token", redemption));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par" })
	void refusesASecretOfAPublicClient(String endpoint) {
		TestClient secret = new TestClient("quartet-public", "a-secret-that-nobody-gave-it", "", "");
		assertRefused(this.flows.browser().post(endpoint, form(), secret.basic()));
		assertRefused(this.flows.browser()
			.post(endpoint, form().and("client_id", "quartet-public").and("client_secret", secret.secret())));
	}

	@Test
	void givesAPublicClientNothingInItsOwnName() {
		Answer answer = this.flows.browser().post("/oauth2/token", form().and("client_id", "quartet-public"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("unauthorized_client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_secret", "client%5Fsecret", "client_assertion" })
	void refusesCredentialsInTheAddress(String name) {
		Answer answer = this.flows.browser()
			.post("/oauth2/token?" + name + "=" + SECRET, form().and("client_id", MACHINE));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_request");
		assertThat(answer.body()).doesNotContain(SECRET);
	}

	@Test
	void answersEveryWrongClientAlike() {
		String expected = token(basic("nobody:x")).body();
		assertThat(token(basic(MACHINE + ":x")).body()).isEqualTo(expected);
		assertThat(token(basic("quartet-public:x")).body()).isEqualTo(expected);
		assertThat(token("Authorization", "Basic !!!").body()).isEqualTo(expected);
		assertThat(this.flows.browser().post("/oauth2/token", form().and("client_id", MACHINE)).body())
			.isEqualTo(expected);
		assertThat(this.flows.browser()
			.post("/oauth2/token", form().and("client_id", MACHINE).and("client_secret", SECRET))
			.body()).isEqualTo(expected);
	}

	private void withStrangeClient(String method, Runnable work) {
		ClientMetadata metadata = new ClientMetadata("Strange", ApplicationType.WEB, method,
				Set.of("client_credentials"), Set.of(), Set.of(), Set.of("notes:read"), true, "RS256", "ES256",
				AccessTokenFormat.JWT, FurtherMetadata.NONE);
		Client client = new Client(STRANGE_ID, metadata, this.clock.instant());
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256(STRANGE_SECRET)), this.clock.instant());
		this.clients.save(client);
		try {
			work.run();
		}
		finally {
			this.clients.deleteById(STRANGE_ID);
		}
	}

	private Answer strangePost() {
		return this.flows.browser()
			.post("/oauth2/token", form().and("client_id", STRANGE_ID).and("client_secret", STRANGE_SECRET));
	}

	private Answer token(String... header) {
		return this.flows.browser().post("/oauth2/token", form(), header);
	}

	private static String[] basic(String credentials) {
		return new String[] { "Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) };
	}

	private static Form form() {
		return Form.empty().and("grant_type", "client_credentials").and("token", "x").and("response_type", "code");
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

}
