package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises what a person can take back, whichever database keeps it. */
interface PersonGrantsContract {

	String CLIENT = "taken-back";

	String SCOPE = "openid email notes:read calendar:read offline_access";

	ApplicationContext server();

	@BeforeEach
	default void registerAClient() {
		server().getBean(OwnClients.class).register(CLIENT, SCOPE, Map.of());
	}

	@AfterEach
	default void forgetTheClient() {
		grants().endAll("alice", CLIENT, EndedBy.OPERATOR);
		server().getBean(OwnClients.class).forget(CLIENT);
	}

	@Test
	default void showsWhatCanStillBeUsed() {
		granted();
		GrantView grant = only();
		assertThat(grant.scopes()).containsExactlyInAnyOrder(SCOPE.split(" ", -1));
		assertThat(grant.resources()).containsExactlyInAnyOrder("http://localhost:8090", "https://calendar.example");
		assertThat(grant.offline()).isTrue();
		assertThat(grant.amr()).containsExactly("pwd");
		assertThat(grant.sid()).isNotEmpty();
		assertThat(grant.idleUntil()).isBefore(grant.expiresAt());
		assertThat(grants().activeOf("alice")).extracting(GrantView::id).contains(grant.id());
		assertThat(grants().activeOf("bob", CLIENT)).isEmpty();
	}

	@Test
	default void takesScopesAwayAndTheirResourcesAndClaims() {
		granted("claims", "{\"userinfo\":{\"email\":null}}");
		assertThat(only().claims().userInfo()).isNotEmpty();
		grants().narrow("alice", CLIENT, Set.of("email", "calendar:read", "never:asked"));
		assertThat(only().scopes()).containsExactlyInAnyOrder("openid", "notes:read", "offline_access");
		assertThat(only().resources()).containsExactly("http://localhost:8090");
		assertThat(only().claims()).isEqualTo(NamedClaims.NONE);
		assertThat(written("grant_narrowed"))
			.anyMatch((detail) -> detail.endsWith("without calendar:read email never:asked by PERSON"));
	}

	@Test
	default void opensNoFurtherResourceWhenTheNamedOneIsGone() {
		granted("resource", "http://localhost:8090");
		grants().narrow("alice", CLIENT, Set.of("notes:read"));
		assertThat(only().scopes()).contains("calendar:read");
		assertThat(only().resources()).isEmpty();
	}

	@Test
	default void endsWhatIsLeftWithNothingToGetAt() {
		AuthorizationFlow flow = flow();
		String refreshToken = tokens(flow, flow.request()).json("refresh_token");
		UUID grant = only().id();
		grants().narrow("alice", CLIENT, Set.of("email", "calendar:read", "notes:read"));
		assertThat(grants().activeOf("alice", CLIENT)).isEmpty();
		assertThat(flow.refresh(refreshToken).json("error")).isEqualTo("invalid_grant");
		assertThat(endedBy(grant)).isEqualTo("PERSON");
	}

	@Test
	default void leavesAloneWhatHasNothingOfIt() {
		granted();
		GrantView before = only();
		grants().narrow("alice", CLIENT, Set.of("profile"));
		grants().narrow("bob", CLIENT, Set.of("email"));
		grants().narrow("alice", "quartet-public", Set.of("email"));
		assertThat(only()).isEqualTo(before);
	}

	@Test
	default void setsAnEarlierEndAndNeverALaterOne() {
		granted();
		Instant soon = server().getBean(Clock.class).instant().plus(Duration.ofDays(3));
		grants().limit("alice", CLIENT, soon);
		GrantView limited = only();
		assertThat(limited.expiresAt()).isBefore(soon.plusMillis(1)).isEqualTo(limited.idleUntil());
		grants().limit("alice", CLIENT, soon.plus(Duration.ofDays(1)));
		assertThat(only()).isEqualTo(limited);
	}

	@Test
	default void endsOneOfHersAndNobodyElses() {
		granted();
		granted();
		List<GrantView> both = grants().activeOf("alice", CLIENT);
		assertThat(both).hasSize(2);
		assertThat(grants().end("bob", both.get(0).id(), EndedBy.PERSON)).isFalse();
		assertThat(grants().end("alice", both.get(0).id(), EndedBy.PERSON)).isTrue();
		assertThat(grants().end("alice", both.get(0).id(), EndedBy.DISUSE)).isFalse();
		assertThat(grants().end("alice", UUID.randomUUID(), EndedBy.PERSON)).isFalse();
		assertThat(only()).isEqualTo(both.get(1));
		assertThat(endedBy(both.get(0).id())).isEqualTo("PERSON");
	}

	@Test
	default void endsAllOfAClient() {
		granted();
		granted();
		grants().endAll("alice", CLIENT, EndedBy.DISUSE);
		assertThat(grants().activeOf("alice", CLIENT)).isEmpty();
		assertThat(written("grant_revoked")).filteredOn((detail) -> detail.endsWith("by DISUSE")).hasSize(2);
	}

	private Answer granted(String... further) {
		AuthorizationFlow flow = flow();
		return tokens(flow, (further.length == 0) ? flow.request() : flow.request().and(further[0], further[1]));
	}

	private static Answer tokens(AuthorizationFlow flow, Form request) {
		Answer answer = flow.signIn("alice", request);
		Answer allowed = answer.redirects() ? answer : flow.allowAll(answer);
		return flow.redeem(allowed.sent("code"));
	}

	private AuthorizationFlow flow() {
		return server().getBean(Flows.class)
			.with(new TestClient(CLIENT, OwnClients.SECRET, "http://localhost:8080/" + CLIENT, SCOPE));
	}

	private PersonGrants grants() {
		return server().getBean(PersonGrants.class);
	}

	private GrantView only() {
		List<GrantView> all = grants().activeOf("alice", CLIENT);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private String endedBy(UUID grant) {
		return server().getBean(JdbcClient.class)
			.sql("select ended_by from authorization_grant where id = ?")
			.param(grant)
			.query(String.class)
			.single();
	}

	private List<String> written(String event) {
		return server().getBean(JdbcClient.class)
			.sql("select detail from audit_event where type = ? and client_id = ?")
			.params(event, CLIENT)
			.query(String.class)
			.list();
	}

}
