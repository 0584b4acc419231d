package dev.quartet.auth.rfc7591;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.registration.InitialTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says who may register a client, and what the client is then (RFC 7591 §3). */
@QuartetServer
class RegistrationTests {

	private final Flows flows;

	private final MovableClock clock;

	private final ApplicationContext server;

	private final JdbcClient database;

	RegistrationTests(@Autowired Flows flows, @Autowired MovableClock clock, @Autowired ApplicationContext server,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clock = clock;
		this.server = server;
		this.database = database;
	}

	@AfterEach
	void forgetTheClients() {
		this.clock.reset();
		this.database.sql("delete from registration").update();
		this.database.sql("delete from client where client_id like 'dyn-%'").update();
		this.database.sql("delete from initial_access_token").update();
	}

	@Test
	void saysAllThatIsEnforced() {
		Answer answer = register(Registering.client());
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		Map<String, Object> client = answer.json();
		String id = answer.json("client_id");
		assertThat(client).containsEntry("redirect_uris", List.of(Registering.REDIRECT_URI))
			.containsEntry("registration_client_uri", "http://localhost:9000/connect/register/" + id)
			.containsEntry("client_name", id)
			.containsEntry("client_secret_expires_at", 0)
			.containsEntry("token_endpoint_auth_method", "client_secret_basic")
			.containsEntry("grant_types", List.of("authorization_code"))
			.containsEntry("response_types", List.of("code"))
			.containsEntry("application_type", "web")
			.containsEntry("scope", "address email offline_access openid phone profile")
			.containsEntry("subject_type", "public")
			.containsEntry("id_token_signed_response_alg", "RS256")
			.containsOnlyKeys("client_id", "client_id_issued_at", "client_secret", "client_secret_expires_at",
					"registration_access_token", "registration_client_uri", "client_name", "application_type",
					"token_endpoint_auth_method", "grant_types", "response_types", "redirect_uris", "scope",
					"id_token_signed_response_alg", "subject_type");
		assertThat(answer.json("client_secret")).hasSizeGreaterThanOrEqualTo(43);
	}

	@Test
	void makesAClientThatAsksForConsentAndGetsTokens() {
		Answer answer = register(Registering.client()
			.with("client_name", "<script>alert(1)</script>")
			.with("grant_types", List.of("authorization_code", "refresh_token"))
			.with("scope", "openid profile"));
		TestClient client = new TestClient(answer.json("client_id"), answer.json("client_secret"),
				Registering.REDIRECT_URI, "openid profile");
		AuthorizationFlow flow = this.flows.with(client);
		Answer consent = flow.signIn("alice", flow.request());
		assertThat(consent.redirects()).isFalse();
		assertThat(consent.text()).contains("<script>alert(1)</script>");
		assertThat(consent.page().select("script")).isEmpty();
		Answer tokens = flow.redeem(flow.allowAll(consent).sent("code"));
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(200);
	}

	@Test
	void asksForConsentAlsoUnderTheNameOfAClientThatHasIt() {
		AuthorizationFlow trusted = this.flows.app();
		trusted.code("alice");
		assertThat(trusted.authorize(trusted.request()).sent("code")).isNotEmpty();
		Answer answer = register(Registering.client().with("client_name", "Quartet Notes").with("scope", "openid"));
		AuthorizationFlow other = trusted.sameBrowser(new TestClient(answer.json("client_id"),
				answer.json("client_secret"), Registering.REDIRECT_URI, "openid"));
		assertThat(other.authorize(other.request().and("prompt", "none")).sent("error")).isEqualTo("consent_required");
		Answer consent = other.browser().follow(other.authorize(other.request()));
		assertThat(consent.page().select("#allow")).hasSize(1);
	}

	@Test
	void makesAPublicClientWithoutASecret() {
		Answer answer = register(Registering.client()
			.with("token_endpoint_auth_method", "none")
			.with("application_type", "native")
			.with("redirect_uris", List.of("com.example.app:/callback")));
		assertThat(answer.json()).containsEntry("token_endpoint_auth_method", "none")
			.containsEntry("application_type", "native")
			.doesNotContainKeys("client_secret", "client_secret_expires_at");
	}

	@Test
	void registersADeviceWithoutARedirectUri() {
		Registering device = Registering.client()
			.without("redirect_uris")
			.with("grant_types", List.of("urn:ietf:params:oauth:grant-type:device_code", "refresh_token"))
			.with("token_endpoint_auth_method", "none")
			.with("application_type", "native");
		Answer answer = register(device);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json()).containsEntry("response_types", List.of()).containsEntry("redirect_uris", List.of());
		assertThat(register(device.with("response_types", List.of("code"))).json("error_description"))
			.startsWith("response_types: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer x", "Bearer a b", "Basic YTpi", "x" })
	void refusesAClientWithoutAToken(String header) {
		String[] headers = header.isEmpty() ? new String[] { "Accept", "text/html" }
				: new String[] { "Authorization", header };
		Answer answer = this.flows.browser().json("POST", Registering.PATH, Registering.client().toString(), headers);
		assertRefused(answer);
		assertThat(answer.header("WWW-Authenticate").contains("error")).isEqualTo(header.startsWith("Bearer"));
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void refusesATokenOfAPerson() {
		String token = this.flows.app().tokens("alice").json("access_token");
		assertRefused(Registering.client().at(this.flows.browser(), token));
	}

	@Test
	void refusesATokenThatIsOver() {
		String token = InitialTokens.one(this.server);
		this.clock.advance(Duration.ofMinutes(61));
		assertRefused(Registering.client().at(this.flows.browser(), token));
	}

	@Test
	void takesATokenAsOftenAsItIsGoodFor() {
		String token = InitialTokens.of(this.server, 2, Duration.ofHours(1));
		assertThat(Registering.client().at(this.flows.browser(), token).status()).isEqualTo(201);
		assertThat(Registering.client().at(this.flows.browser(), token).status()).isEqualTo(201);
		assertRefused(Registering.client().at(this.flows.browser(), token));
	}

	@Test
	void usesUpNothingForAClientThatIsRefused() {
		String token = InitialTokens.one(this.server);
		assertThat(Registering.client().with("scope", "admin").at(this.flows.browser(), token).status()).isEqualTo(400);
		assertThat(Registering.client().at(this.flows.browser(), token).status()).isEqualTo(201);
	}

	@Test
	void givesNoScopeBeyondThoseOfTheToken() {
		String token = InitialTokens.of(this.server, 9, Duration.ofHours(1), "openid", "notes:read", "not:known");
		Answer refused = Registering.client().with("scope", "openid profile").at(this.flows.browser(), token);
		assertThat(refused.json("error")).isEqualTo("invalid_client_metadata");
		assertThat(refused.json("error_description")).isEqualTo("scope: expected some of notes:read openid");
		assertThat(Registering.client().at(this.flows.browser(), token).json("scope")).isEqualTo("notes:read openid");
		assertThat(Registering.client().with("scope", "openid").at(this.flows.browser(), token).json("scope"))
			.isEqualTo("openid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "\"x\"", "{", "{}{}", "{\"scope\":\"openid\",\"scope\":\"email\"}",
			"{'a':1}" })
	void refusesWhatIsNoObject(String body) {
		Answer answer = this.flows.browser()
			.json("POST", Registering.PATH, body, Registering.bearer(InitialTokens.one(this.server)));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isIn("invalid_request", "invalid_redirect_uri");
	}

	@Test
	void refusesAFormAndMoreThan64KiB() {
		String token = InitialTokens.one(this.server);
		String large = Registering.client().with("unknown", "x".repeat(70_000)).toString();
		assertThat(this.flows.browser().json("POST", Registering.PATH, large, Registering.bearer(token)).status())
			.isEqualTo(400);
		assertThat(this.flows.browser()
			.post(Registering.PATH, Form.empty().and("scope", "openid"), Registering.bearer(token))
			.status()).isEqualTo(400);
	}

	private Answer register(Registering client) {
		return client.at(this.flows.browser(), InitialTokens.one(this.server));
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_token");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
	}

}
