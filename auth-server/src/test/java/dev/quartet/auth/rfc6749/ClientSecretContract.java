package dev.quartet.auth.rfc6749;

import java.util.ArrayList;
import java.util.List;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Costs;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises what a client's secret costs (RFC 6749 §2.3.1), whatever the database. */
interface ClientSecretContract {

	/** As long as the right one, and in nobody else's words. */
	String WRONG = "wrong-secret-0123456789abcd";

	TestClient WRONG_SECRET = new TestClient("quartet-machine", WRONG, "", "");

	TestClient UNKNOWN = new TestClient("quartet-nobody", WRONG, "", "");

	TestClient PUBLIC = new TestClient("quartet-public", WRONG, "", "");

	Flows flows();

	Costs costs();

	JdbcClient database();

	@Test
	default void asksTheDatabaseNothingForAMachinesToken() {
		warmUp();
		assertThat(costs().statementsOf(() -> assertThat(token(TestClient.machine()).status()).isEqualTo(200)))
			.isEmpty();
	}

	@Test
	default void asksTheDatabaseOnceForAClientOrSecretThatIsWrong() {
		warmUp();
		for (TestClient wrong : List.of(WRONG_SECRET, UNKNOWN, PUBLIC)) {
			assertThat(costs().statementsOf(() -> token(wrong))).as(wrong.clientId()).hasSize(1);
		}
	}

	@Test
	default void answersAlikeWhateverIsWrong() {
		Answer expected = token(UNKNOWN);
		assertThat(expected.status()).isEqualTo(401);
		assertThat(expected.json("error")).isEqualTo("invalid_client");
		assertAlike(token(WRONG_SECRET), expected);
		assertAlike(token(PUBLIC), expected);
		database().sql("update client set disabled_at = current_timestamp where client_id = 'quartet-app'").update();
		try {
			assertAlike(token(new TestClient("quartet-app", WRONG, "", "")), expected);
		}
		finally {
			database().sql("update client set disabled_at = null where client_id = 'quartet-app'").update();
		}
	}

	@Test
	default void takesTheSameTimeForAnUnknownClientAndAWrongSecret() {
		List<Long> wrong = new ArrayList<>();
		List<Long> unknown = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			if (i == 100) {
				wrong.clear();
				unknown.clear();
			}
			wrong.add(timeOf(WRONG_SECRET));
			unknown.add(timeOf(UNKNOWN));
		}
		assertThat((double) median(unknown) / median(wrong)).isBetween(0.67, 1.5);
	}

	@Test
	default void neverHashesAClientsSecretSlowly() {
		AuthorizationFlow other = flows().app();
		assertThat(costs().slowHashesOf(() -> other.signIn("alice", other.request()))).isNotEmpty();
		AuthorizationFlow flow = flows().app();
		String code = flow.code("alice");
		assertThat(costs().slowHashesOf(() -> {
			Answer tokens = flow.redeem(code);
			flow.introspect(tokens.json("access_token"));
			Answer refreshed = flow.refresh(tokens.json("refresh_token"));
			flow.push(flow.request());
			flow.revoke(refreshed.json("refresh_token"));
			token(TestClient.machine());
			token(WRONG_SECRET);
			token(UNKNOWN);
		})).isEmpty();
	}

	private void warmUp() {
		for (int i = 0; i < 2; i++) {
			assertThat(token(TestClient.machine()).status()).isEqualTo(200);
		}
	}

	private long timeOf(TestClient client) {
		long start = System.nanoTime();
		token(client);
		return System.nanoTime() - start;
	}

	private static long median(List<Long> times) {
		return times.stream().sorted().toList().get(times.size() / 2);
	}

	private static void assertAlike(Answer answer, Answer expected) {
		assertThat(answer.status()).isEqualTo(expected.status());
		assertThat(answer.body()).isEqualTo(expected.body());
		assertThat(answer.header("WWW-Authenticate")).isEqualTo(expected.header("WWW-Authenticate"));
	}

	private Answer token(TestClient client) {
		return flows().browser()
			.post("/oauth2/token", Form.empty().and("grant_type", "client_credentials").and("scope", "notes:read"),
					client.basic());
	}

}
