package dev.quartet.auth.grantmanagement;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises of grants that clients change (Grant Management for OAuth 2.0 §5.2), whichever
 * database keeps them.
 */
interface GrantChangeContract {

	String CLIENT = "changing";

	ApplicationContext server();

	@BeforeEach
	default void registerTheClient() {
		ManagedClient.register(server(), CLIENT);
	}

	@AfterEach
	default void forgetTheClient() {
		client().forget();
	}

	@Test
	default void mergesIntoTheSameGrant() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		Answer merged = granted.change("merge", "openid calendar:read");
		assertThat(merged.json("grant_id")).isEqualTo(granted.id());
		assertThat(words(merged.json("scope"))).containsExactlyInAnyOrder("openid", "notes:read", "calendar:read");
		assertThat(only().scopes()).containsExactlyInAnyOrder("openid", "notes:read", "calendar:read");
		assertThat(only().resources()).contains("http://localhost:8090", "https://calendar.example");
		assertThat(granted.flow().introspect(merged.json("access_token")).json()).containsEntry("active", true)
			.containsEntry("grant_id", granted.id())
			.containsEntry("scope", "calendar:read notes:read openid");
		assertThat(words(granted.flow().refresh(merged.json("refresh_token")).json("scope"))).contains("notes:read",
				"calendar:read");
	}

	@Test
	default void replacesWithExactlyWhatIsAllowedNow() {
		ManagedClient.Granted granted = client().granted("alice", "openid email notes:read");
		String before = granted.tokens().json("access_token");
		Answer replaced = granted.change("replace", "openid calendar:read");
		assertThat(replaced.json("grant_id")).isEqualTo(granted.id());
		assertThat(words(replaced.json("scope"))).containsExactlyInAnyOrder("openid", "calendar:read");
		assertThat(only().scopes()).containsExactlyInAnyOrder("openid", "calendar:read");
		assertThat(granted.flow().introspect(before).json()).containsEntry("scope", "openid");
		assertThat(granted.flow().userInfo(before).json()).doesNotContainKey("email");
	}

	@Test
	default void createsAnotherGrantBesideTheFirst() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		String code = ManagedClient.code(granted.flow(),
				granted.flow()
					.request()
					.with("scope", "openid calendar:read")
					.and("grant_management_action", "create"));
		Answer created = granted.flow().redeem(code);
		assertThat(created.json("grant_id")).isNotEqualTo(granted.id());
		assertThat(granted.flow().refresh(granted.refreshToken()).status()).isEqualTo(200);
		assertThat(client().grants().activeOf("alice", CLIENT)).hasSize(2);
	}

	@Test
	default void keepsTheNamedResourcesOfBoth() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		String code = ManagedClient.code(granted.flow(),
				granted.request("merge", "openid calendar:read").and("resource", "https://calendar.example"));
		granted.flow().redeem(code);
		assertThat(only().resources()).containsExactlyInAnyOrder("http://localhost:8090", "https://calendar.example");
	}

	@Test
	default void endsTheRefreshTokensFromBeforeAndNothingElse() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		String second = granted.flow().refresh(granted.refreshToken()).json("refresh_token");
		String code = granted.code("merge", "openid calendar:read");
		assertThat(granted.flow().refresh(second).status()).isEqualTo(200);
		Answer merged = granted.flow().redeem(code);
		for (String old : new String[] { granted.refreshToken(), second }) {
			Answer refused = granted.flow().refresh(old);
			assertThat(refused.json("error")).isEqualTo("invalid_grant");
			assertThat(refused.json("error_description")).contains("changed");
		}
		assertThat(granted.flow().refresh(merged.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	default void killsTheGrantWhenTheCodeOfAChangeIsReplayed() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		String code = granted.code("merge", "openid calendar:read");
		Answer merged = granted.flow().redeem(code);
		assertThat(granted.flow().redeem(code).json("error")).isEqualTo("invalid_grant");
		assertThat(granted.flow().refresh(merged.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(granted.flow().introspect(granted.tokens().json("access_token")).json("active")).isEqualTo("false");
		assertThat(client().grants().activeOf("alice", CLIENT)).isEmpty();
	}

	@Test
	default void changesNothingThatHasEndedInBetween() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		String code = granted.code("merge", "openid calendar:read");
		client().grants().endAll("alice", CLIENT, EndedBy.PERSON);
		assertThat(granted.flow().redeem(code).json("error")).isEqualTo("invalid_grant");
		assertThat(client().grants().activeOf("alice", CLIENT)).isEmpty();
	}

	@Test
	default void bringsNothingBackThatWasTakenAwayInBetween() {
		ManagedClient.Granted granted = client().granted("alice", "openid email notes:read");
		String code = granted.code("merge", "openid calendar:read");
		client().grants().narrow("alice", CLIENT, Set.of("email"));
		assertThat(words(granted.flow().redeem(code).json("scope"))).containsExactlyInAnyOrder("openid", "notes:read",
				"calendar:read");
	}

	@Test
	default void mergesAllOfSeveralAtOnce() {
		ManagedClient.Granted granted = client().granted("alice", "openid");
		Queue<String> codes = new ConcurrentLinkedQueue<>();
		Stream.of("email", "notes:read", "notes:write", "calendar:read")
			.forEach((scope) -> codes.add(granted.code("merge", "openid " + scope)));
		List<Answer> answers = Race.of(() -> {
			String code = codes.poll();
			return (code != null) ? new Answer[] { granted.flow().redeem(code) } : new Answer[0];
		}).stream().flatMap(Stream::of).toList();
		assertThat(answers).hasSize(4).allMatch((answer) -> answer.status() == 200);
		assertThat(only().scopes()).containsExactlyInAnyOrder("openid", "email", "notes:read", "notes:write",
				"calendar:read");
		assertThat(answers.stream().map((answer) -> answer.json("refresh_token")).distinct()).hasSize(4);
		assertThat(answers).filteredOn((answer) -> granted.flow().refresh(answer.json("refresh_token")).status() == 200)
			.hasSize(1);
		assertThat(only().id()).hasToString(granted.id());
	}

	@Test
	default void mergesBesideThoseWhoRefresh() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		Queue<String> codes = new ConcurrentLinkedQueue<>(List.of(granted.code("merge", "openid calendar:read")));
		List<Answer> answers = Race.of(() -> {
			String code = codes.poll();
			return (code != null) ? granted.flow().redeem(code) : granted.flow().refresh(granted.refreshToken());
		});
		Answer merged = answers.stream()
			.filter((answer) -> Objects.toString(answer.json().get("scope")).contains("calendar:read"))
			.filter((answer) -> granted.flow().refresh(answer.json("refresh_token")).status() == 200)
			.findFirst()
			.orElseThrow();
		assertThat(merged.json("grant_id")).isEqualTo(granted.id());
		assertThat(granted.flow().refresh(granted.refreshToken()).json("error")).isEqualTo("invalid_grant");
		assertThat(only().scopes()).contains("calendar:read");
	}

	@Test
	default void leavesNothingBehindWhenMergedAndRevokedAtOnce() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		Queue<String> codes = new ConcurrentLinkedQueue<>(List.of(granted.code("merge", "openid calendar:read")));
		List<Answer> answers = Race.of(() -> {
			String code = codes.poll();
			if (code != null) {
				return granted.flow().redeem(code);
			}
			client().grants().endAll("alice", CLIENT, EndedBy.PERSON);
			return granted.flow().introspect(granted.tokens().json("access_token"));
		});
		assertThat(client().grants().activeOf("alice", CLIENT)).isEmpty();
		assertThat(answers).filteredOn((answer) -> answer.json().containsKey("access_token"))
			.allMatch(
					(answer) -> "false".equals(granted.flow().introspect(answer.json("access_token")).json("active")));
		assertThat(endedBy(granted.id())).isEqualTo("PERSON");
	}

	@Test
	default void endsWithTheRevocationByItsClient() {
		ManagedClient.Granted granted = client().granted("alice", "openid notes:read");
		assertThat(client().revoke(granted.id()).status()).isEqualTo(204);
		assertThat(granted.flow().refresh(granted.refreshToken()).json("error")).isEqualTo("invalid_grant");
		assertThat(granted.flow().introspect(granted.tokens().json("access_token")).json("active")).isEqualTo("false");
		assertThat(client().revoke(granted.id()).status()).isEqualTo(404);
		assertThat(endedBy(granted.id())).isEqualTo("CLIENT");
		assertThat(server().getBean(JdbcClient.class)
			.sql("select detail from audit_event where type = 'grant_revoked' and user_id = 'alice' and client_id = ?")
			.param(CLIENT)
			.query(String.class)
			.list()).anyMatch((detail) -> detail.equals("grant " + granted.id() + " by CLIENT"));
	}

	private ManagedClient client() {
		return new ManagedClient(server(), CLIENT);
	}

	private GrantView only() {
		List<GrantView> all = client().grants().activeOf("alice", CLIENT);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private String endedBy(String grant) {
		return server().getBean(JdbcClient.class)
			.sql("select ended_by from authorization_grant where id = cast(? as uuid)")
			.param(grant)
			.query(String.class)
			.single();
	}

	private static String[] words(String scope) {
		return scope.split(" ", -1);
	}

}
