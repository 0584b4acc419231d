package dev.quartet.auth.uses;

import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Costs;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says which answers of this server count as a use of a permission, and what they cost.
 */
@QuartetServer
class UsesOfAppTests {

	private static final String USERINFO = "http://localhost:9000/userinfo";

	private static final TestClient API = new TestClient("quartet-api", "quartet-api-demo-secret", "", "");

	private final ApplicationContext server;

	private final Flows flows;

	private final StoredUses stored;

	private AuthorizationFlow app;

	UsesOfAppTests(@Autowired ApplicationContext server, @Autowired Flows flows) {
		this.server = server;
		this.flows = flows;
		this.stored = new StoredUses(server, "used-app");
		this.app = flows.app();
	}

	@BeforeEach
	void registerTheApp() {
		this.app = this.flows.with(this.server.getBean(OwnClients.class)
			.register(this.stored.clientId(), "openid profile email address notes:read notes:write", Map.of()));
	}

	@AfterEach
	void forgetTheApp() {
		this.stored.end();
	}

	@Test
	void notesTheScopesOfTheApiThatIntrospects() {
		String token = this.app.tokens("alice").json("access_token");
		assertThat(introspect(token)).isTrue();
		write();
		assertThat(this.stored.lastUsedBy("notes:read")).contains(StoredUses.NOTES);
		assertThat(this.stored.lastUsedAt("notes:write")).isPresent();
		assertThat(this.stored.lastUsedAt("profile")).isEmpty();
	}

	@Test
	void notesTheOnlyScopeOfAToken() {
		assertThat(introspect(token(this.app.request().with("scope", "notes:read"), "notes:read"))).isTrue();
		write();
		assertThat(this.stored.lastUsedBy("notes:read")).contains(StoredUses.NOTES);
	}

	@Test
	void notesTheScopeThatStandsForAClaimAskedForByName() {
		Form named = this.app.request().with("scope", "openid").and("claims", "{\"userinfo\":{\"email\":null}}");
		assertThat(this.app.userInfo(token(named, "openid", "email")).json()).containsKey("email");
		write();
		assertThat(this.stored.lastUsedBy("email")).contains(USERINFO);
	}

	@Test
	void notesTheScopesWhoseClaimsWereTold() {
		String token = this.app.tokens("alice").json("access_token");
		assertThat(this.app.userInfo(token).status()).isEqualTo(200);
		write();
		for (String scope : new String[] { "openid", "profile", "email", "address" }) {
			assertThat(this.stored.lastUsedBy(scope)).as(scope).contains(USERINFO);
		}
		assertThat(this.stored.lastUsedAt("notes:read")).isEmpty();
	}

	@Test
	void notesNothingOfWhatTheAppAsksOrRefreshesItself() {
		var tokens = this.app.tokens("alice");
		assertThat(this.app.introspect(tokens.json("access_token")).json()).containsEntry("active", true);
		assertThat(this.app.introspect(tokens.json("refresh_token")).json()).containsEntry("active", true);
		this.app.refresh(tokens.json("refresh_token"));
		write();
		for (String scope : new String[] { "openid", "profile", "notes:read" }) {
			assertThat(this.stored.lastUsedAt(scope)).as(scope).isEmpty();
		}
	}

	@Test
	void notesNothingOfATokenThatIsWorthNothing() {
		String token = this.app.tokens("alice").json("access_token");
		this.app.revoke(token);
		assertThat(introspect(token)).isFalse();
		assertThat(introspect(this.flows.machineToken("notes:read").json("access_token"))).isTrue();
		write();
		assertThat(this.stored.lastUsedAt("notes:read")).isEmpty();
	}

	@Test
	void asksTheDatabaseForNothingMore() {
		String token = this.app.tokens("alice").json("access_token");
		Costs costs = this.server.getBean(Costs.class);
		assertThat(costs.statementsOf(() -> introspect(token))).isNotEmpty().allSatisfy(UsesOfAppTests::isOfTheAnswer);
		assertThat(costs.statementsOf(() -> this.app.userInfo(token))).isNotEmpty()
			.allSatisfy(UsesOfAppTests::isOfTheAnswer);
	}

	private static void isOfTheAnswer(String statement) {
		assertThat(statement).doesNotContain(" consent", "from scope", "from resource");
	}

	private String token(Form request, String... scopes) {
		Answer consent = this.app.signIn("alice", request);
		return this.app.redeem(this.app.allow(consent, scopes).sent("code")).json("access_token");
	}

	private boolean introspect(String token) {
		return Boolean.TRUE.equals(this.flows.with(API).introspect(token).json().get("active"));
	}

	private void write() {
		this.server.getBean(UseWriter.class).write();
	}

}
