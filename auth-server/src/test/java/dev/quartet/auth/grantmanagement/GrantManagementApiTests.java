package dev.quartet.auth.grantmanagement;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what a client sees of its grants, and what nobody else does (Grant Management for
 * OAuth 2.0 §6).
 */
@QuartetServer
class GrantManagementApiTests {

	private static final String SOME_ID = "6f1a0f3e-3c58-4f0e-9d0b-0f6a4e1d2c3b";

	private final ApplicationContext server;

	private final Flows flows;

	private final MovableClock clock;

	private ManagedClient client;

	GrantManagementApiTests(@Autowired ApplicationContext server, @Autowired Flows flows,
			@Autowired MovableClock clock) {
		this.server = server;
		this.flows = flows;
		this.clock = clock;
		this.client = new ManagedClient(server, "looking");
	}

	@BeforeEach
	void registerTheClient() {
		this.client = ManagedClient.register(this.server, "looking");
	}

	@AfterEach
	void forgetTheClients() {
		this.clock.reset();
		this.client.forget();
		new ManagedClient(this.server, "other-looking").forget();
	}

	@Test
	void tellsTheScopesOfEachApiAndTheClaims() {
		ManagedClient.Granted granted = this.client.granted("alice",
				"openid email notes:read notes:write calendar:read");
		Answer answer = this.client.query(granted.id());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.json().get("scopes")).isEqualTo(List.of(Map.of("scope", "email openid"),
				Map.of("scope", "notes:read notes:write", "resource", List.of("http://localhost:8090")),
				Map.of("scope", "calendar:read", "resource", List.of("https://calendar.example"))));
		assertThat(answer.json().get("claims")).isEqualTo(List.of("email", "email_verified"));
		assertThat(answer.json()).containsOnlyKeys("scopes", "claims", "created_at", "expires_at");
		assertThat(Long.parseLong(answer.json("created_at"))).isCloseTo(this.clock.instant().getEpochSecond(),
				Offset.offset(60L));
	}

	@Test
	void tellsWhoChangedItLast() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid notes:read");
		granted.change("merge", "openid email");
		assertThat(this.client.query(granted.id()).json()).containsEntry("updated_by", "client")
			.containsKey("last_updated_at");
		this.client.grants().narrow("alice", "looking", Set.of("email"));
		Answer narrowed = this.client.query(granted.id());
		assertThat(narrowed.json()).containsEntry("updated_by", "authorization_server").doesNotContainKey("claims");
		assertThat(narrowed.body()).doesNotContain("email");
	}

	@Test
	void tellsNothingOfThePersonAndNoToken() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid email");
		assertThat(this.client.query(granted.id()).body()).doesNotContain("alice")
			.doesNotContain(granted.refreshToken())
			.doesNotContain("token");
	}

	@Test
	void knowsNoGrantOfAnotherClientNorOneThatHasEnded() {
		ManagedClient other = ManagedClient.register(this.server, "other-looking");
		ManagedClient.Granted foreign = other.granted("alice", "openid");
		ManagedClient.Granted ended = this.client.granted("alice", "openid");
		this.client.grants().endAll("alice", "looking", EndedBy.PERSON);
		for (String id : new String[] { foreign.id(), ended.id(), SOME_ID, "x", SOME_ID.toUpperCase(Locale.ROOT) }) {
			Answer query = this.client.query(id);
			assertThat(query.status()).isEqualTo(404);
			assertThat(query.body()).isEqualTo(this.client.query("unknown").body());
			assertThat(this.client.revoke(id).status()).isEqualTo(404);
		}
		assertThat(foreign.flow().refresh(foreign.refreshToken()).status()).isEqualTo(200);
	}

	@Test
	void revokesWithoutSayingMore() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid");
		Answer answer = this.client.revoke(granted.id());
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(this.client.query(granted.id()).status()).isEqualTo(404);
		assertThat(granted.flow().refresh(granted.refreshToken()).json("error_description"))
			.startsWith("The client gave this access back");
	}

	@Test
	void asksForTheScopeOfEachAction() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid");
		Answer query = send("GET", granted.id(), this.client.token(ManagedClient.REVOKE));
		Answer revoke = send("DELETE", granted.id(), this.client.token(ManagedClient.QUERY));
		for (Answer refused : new Answer[] { query, revoke }) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.json("error")).isEqualTo("insufficient_scope");
			assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer").contains("insufficient_scope");
		}
		String both = this.client.token(ManagedClient.QUERY + " " + ManagedClient.REVOKE);
		assertThat(send("GET", granted.id(), both).status()).isEqualTo(200);
		assertThat(send("DELETE", granted.id(), both).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a.b.c" })
	void asksForAToken(String token) {
		Answer answer = send("GET", SOME_ID, token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_token");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(send("DELETE", SOME_ID, token).status()).isEqualTo(401);
	}

	@Test
	void takesNoTokenThatIsForSomethingElse() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid notes:read");
		assertThat(send("GET", granted.id(), granted.tokens().json("access_token")).status()).isEqualTo(401);
		assertThat(send("GET", granted.id(), this.client.token("notes:read")).status()).isEqualTo(401);
		String token = this.client.token(ManagedClient.QUERY);
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(send("GET", granted.id(), token).status()).isEqualTo(401);
	}

	@Test
	void givesNoTokenForItToAClientThatIsNotRegisteredForIt() {
		assertThat(this.flows.machineToken(ManagedClient.QUERY).json("error")).isEqualTo("invalid_scope");
	}

	@ParameterizedTest
	@EnumSource
	void takesSignedAndOpaqueTokensUntilTheyAreRevoked(AccessTokenFormat format) {
		this.client.forget();
		this.client = ManagedClient.register(this.server, "looking", format);
		ManagedClient.Granted granted = this.client.granted("alice", "openid");
		String token = this.client.token(ManagedClient.QUERY);
		assertThat(send("GET", granted.id(), token).status()).isEqualTo(200);
		granted.flow().revoke(token);
		assertThat(send("GET", granted.id(), token).status()).isEqualTo(401);
	}

	@Test
	void namesItselfAsTheAudienceOfItsTokens() {
		String token = this.client.token(ManagedClient.QUERY + " notes:read");
		assertThat(this.client.flow().introspect(token).json().get("aud"))
			.isEqualTo(List.of("http://localhost:8090", "http://localhost:9000/oauth2/grants"));
	}

	private Answer send(String method, String grantId, String token) {
		Browser machine = this.flows.browser();
		String[] headers = token.isEmpty() ? new String[0] : new String[] { "Authorization", "Bearer " + token };
		return machine.json(method, "/oauth2/grants/" + grantId, "", headers);
	}

}
