package dev.quartet.auth.rfc7592;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.registration.InitialTokens;
import dev.quartet.auth.rfc7591.Registering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how a client looks after its own registration, and no other (RFC 7592 §2). */
@QuartetServer
class OwnRegistrationTests {

	private static final List<String> NEVER_SENT = List.of("registration_access_token", "registration_client_uri",
			"client_id_issued_at", "client_secret_expires_at");

	private final Flows flows;

	private final ApplicationContext server;

	private final JdbcClient database;

	private Answer mine = new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "");

	OwnRegistrationTests(@Autowired Flows flows, @Autowired ApplicationContext server, @Autowired JdbcClient database) {
		this.flows = flows;
		this.server = server;
		this.database = database;
	}

	@BeforeEach
	void register() {
		this.mine = registered(Registering.client()
			.with("grant_types", List.of("authorization_code", "refresh_token"))
			.with("logo_uri", "https://app.example/logo"));
	}

	@AfterEach
	void forgetTheClients() {
		this.database.sql("delete from registration").update();
		this.database.sql("delete from client where client_id like 'dyn-%'").update();
		this.database.sql("delete from initial_access_token").update();
	}

	@Test
	void readsWhatItIsRegisteredAs() {
		Answer read = manage("GET", "", token(this.mine));
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.header("Cache-Control")).contains("no-store");
		Map<String, Object> expected = this.mine.json();
		expected.remove("client_secret");
		assertThat(read.json()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE" })
	void refusesTheTokenOfAnotherClient(String method) {
		String another = token(registered(Registering.client()));
		for (String wrong : List.of(another, "wrong", InitialTokens.one(this.server))) {
			Answer answer = manage(method, whole().toString(), wrong);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.json("error")).isEqualTo("invalid_token");
			assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
		}
		assertThat(manage("GET", "", token(this.mine)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE" })
	void refusesWithoutAToken(String method) {
		assertThat(this.flows.browser().json(method, path(), whole().toString()).status()).isEqualTo(401);
		assertThat(this.flows.browser()
			.json(method, Registering.PATH + "/quartet-app", whole().toString(), Registering.bearer(token(this.mine)))
			.status()).isEqualTo(401);
	}

	@Test
	void replacesEverything() {
		Answer updated = update(whole().with("client_name", "New").without("logo_uri").without("grant_types"));
		assertThat(updated.status()).isEqualTo(200);
		assertThat(updated.json()).containsEntry("client_name", "New")
			.containsEntry("grant_types", List.of("authorization_code"))
			.doesNotContainKeys("logo_uri", "client_secret");
		assertThat(manage("GET", "", token(this.mine)).json()).isEqualTo(updated.json());
		assertThat(secretWorks(this.mine.json("client_secret"))).isTrue();
	}

	@Test
	void keepsToTheRulesOfTheFirstTime() {
		assertThat(update(whole().with("scope", "openid notes:read")).json("error_description")).startsWith("scope: ");
		assertThat(update(whole().with("redirect_uris", List.of("http://evil.example"))).json("error"))
			.isEqualTo("invalid_redirect_uri");
		assertThat(update(whole().with("require_pkce", false)).json("error")).isEqualTo("invalid_client_metadata");
	}

	@Test
	void refusesWhatIsNotTheClientsToSay() {
		for (String field : NEVER_SENT) {
			Answer answer = update(whole().with(field, "x"));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json("error_description")).contains(field);
		}
		assertThat(update(whole().without("client_id")).json("error")).isEqualTo("invalid_request");
		assertThat(update(whole().with("client_id", "quartet-app")).json("error")).isEqualTo("invalid_request");
		assertThat(update(whole().with("client_secret", "x".repeat(43))).json("error")).isEqualTo("invalid_request");
		assertThat(update(whole().with("client_secret", this.mine.json("client_secret"))).status()).isEqualTo(200);
	}

	@Test
	void takesAndGivesASecretWithTheMethod() {
		assertThat(update(whole().with("token_endpoint_auth_method", "none")).json())
			.doesNotContainKeys("client_secret", "client_secret_expires_at");
		assertThat(secretWorks(this.mine.json("client_secret"))).isFalse();
		Answer again = update(whole().with("token_endpoint_auth_method", "client_secret_basic"));
		assertThat(again.json("client_secret")).isNotEqualTo(this.mine.json("client_secret"));
		assertThat(secretWorks(again.json("client_secret"))).isTrue();
		assertThat(secretWorks(this.mine.json("client_secret"))).isFalse();
	}

	@Test
	void endsEverythingWhenItIsDeleted() {
		AuthorizationFlow flow = this.flows.with(new TestClient(this.mine.json("client_id"),
				this.mine.json("client_secret"), Registering.REDIRECT_URI, "openid profile"));
		Answer tokens = flow.tokens("alice");
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(200);
		Answer deleted = manage("DELETE", "", token(this.mine));
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(deleted.body()).isEmpty();
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(401);
		assertThat(manage("GET", "", token(this.mine)).status()).isEqualTo(401);
		assertThat(manage("DELETE", "", token(this.mine)).status()).isEqualTo(401);
	}

	@Test
	void isClosedToAClientThatWasDisabled() {
		this.database.sql("update client set disabled_at = current_timestamp where client_id = ?")
			.param(this.mine.json("client_id"))
			.update();
		for (String method : List.of("GET", "PUT", "DELETE")) {
			assertThat(manage(method, whole().toString(), token(this.mine)).status()).isEqualTo(401);
		}
	}

	private boolean secretWorks(String secret) {
		TestClient client = new TestClient(this.mine.json("client_id"), secret, "", "");
		return this.flows.browser()
			.post("/oauth2/introspect", Form.empty().and("token", "x"), client.basic())
			.status() == 200;
	}

	private Registering whole() {
		return Registering.client()
			.with("client_id", this.mine.json("client_id"))
			.with("grant_types", List.of("authorization_code", "refresh_token"))
			.with("logo_uri", "https://app.example/logo");
	}

	private Answer registered(Registering client) {
		return client.at(this.flows.browser(), InitialTokens.of(this.server, 1, Duration.ofHours(1)));
	}

	private Answer update(Registering client) {
		return manage("PUT", client.toString(), token(this.mine));
	}

	private Answer manage(String method, String json, String token) {
		return this.flows.browser().json(method, path(), json, Registering.bearer(token));
	}

	private String path() {
		return Registering.PATH + "/" + this.mine.json("client_id");
	}

	private static String token(Answer registered) {
		return registered.json("registration_access_token");
	}

}
