package dev.quartet.auth.rfc9700;

import java.time.Duration;
import java.util.List;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says that this server leads nobody to strangers unasked (RFC 9700 §4.11.2). */
@QuartetServer
class OpenRedirectTests {

	private final Flows flows;

	private final ApplicationContext server;

	private final JdbcClient database;

	private AuthorizationFlow flow;

	OpenRedirectTests(@Autowired Flows flows, @Autowired ApplicationContext server, @Autowired JdbcClient database) {
		this.flows = flows;
		this.server = server;
		this.database = database;
	}

	@BeforeEach
	void registerAStranger() {
		Answer registered = Registering.client()
			.with("scope", "openid")
			.with("post_logout_redirect_uris", List.of(Registering.REDIRECT_URI))
			.at(this.flows.browser(), InitialTokens.of(this.server, 1, Duration.ofHours(1), "openid"));
		assertThat(registered.status()).as(registered.body()).isEqualTo(201);
		TestClient client = new TestClient(registered.json("client_id"), registered.json("client_secret"),
				Registering.REDIRECT_URI, "openid");
		this.flow = this.flows.with(client);
		setOpenFrom("127.0.0.1");
	}

	@AfterEach
	void forgetTheClient() {
		this.database.sql("delete from registration").update();
		this.database.sql("delete from client where client_id like 'dyn-%'").update();
		this.database.sql("delete from initial_access_token").update();
	}

	@ParameterizedTest
	@CsvSource({ "scope, openid admin, invalid_scope", "prompt, none, login_required", "prompt, x, invalid_request",
			"code_challenge, x, invalid_request", "response_mode, fragment, invalid_request",
			"request, x, invalid_request_object", "request_uri, https://evil.example/, request_uri_not_supported",
			"resource, https://unknown.example, invalid_target" })
	void asksBeforeItGoesToAClientThatNobodyVouchesFor(String name, String value, String error) {
		Answer page = this.flow.authorize(this.flow.request().with(name, value));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.location()).isEmpty();
		assertThat(page.text()).contains("localhost:8080", error);
		String link = page.page().select("a#continue").attr("href");
		assertThat(link).startsWith(Registering.REDIRECT_URI + "?")
			.contains("error=" + error, "state=a%20state", "iss=");
	}

	@Test
	void asksAsWellWhereTheAnswerIsPosted() {
		Answer page = this.flow.authorize(this.flow.request().with("scope", "x").and("response_mode", "form_post"));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.page().select("script")).isEmpty();
		assertThat(page.page().select("form[method=post]").attr("action")).isEqualTo(Registering.REDIRECT_URI);
		assertThat(page.hidden("error")).isEqualTo("invalid_scope");
		assertThat(page.header("Content-Security-Policy")).endsWith("form-action 'self' http://localhost:8080");
	}

	@Test
	void asksEvenWithTheMarkOfSomebodyWhoCancelled() {
		Answer login = this.flow.browser().follow(this.flow.authorize(this.flow.request()));
		Answer cancelled = this.flow.browser()
			.post("/login/cancel",
					Form.empty().and("_csrf", login.hidden("_csrf")).and("continue", login.hidden("continue")));
		Answer elsewhere = this.flows.browser().get(cancelled.location());
		assertThat(elsewhere.status()).isEqualTo(400);
		assertThat(elsewhere.text()).contains("access_denied");
	}

	@Test
	void asksBeforeASignOutOfNobodyLeadsThere() {
		Form signOut = this.flow.request().with("post_logout_redirect_uri", Registering.REDIRECT_URI);
		Answer page = this.flow.browser().get("/connect/logout?" + signOut);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.page().select("a#return").attr("href")).startsWith(Registering.REDIRECT_URI);
		setOpenFrom(null);
		assertThat(this.flow.browser().get("/connect/logout?" + signOut).location())
			.startsWith(Registering.REDIRECT_URI);
	}

	@Test
	void goesThereOnceSheIsSignedIn() {
		Answer consent = this.flow.signIn("bob", this.flow.request());
		Answer denied = this.flow.allow(consent);
		assertThat(denied.sent("error")).isEqualTo("access_denied");
		Answer refused = this.flow.authorize(this.flow.request().with("scope", "x"));
		assertThat(refused.location()).startsWith(Registering.REDIRECT_URI);
	}

	@Test
	void goesAtOnceToAClientThatCameWithAToken() {
		setOpenFrom(null);
		Answer refused = this.flow.authorize(this.flow.request().and("prompt", "none"));
		assertThat(refused.location()).startsWith(Registering.REDIRECT_URI);
		assertThat(refused.sent("error")).isEqualTo("login_required");
	}

	private void setOpenFrom(String address) {
		this.database.sql("update registration set open_from = ?").param(address).update();
	}

}
