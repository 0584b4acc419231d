package dev.quartet.auth.rfc8628;

import java.util.List;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of the device grant that the database has to keep, whichever it is. */
interface DeviceGrantContract {

	ApplicationContext server();

	@Test
	default void givesTokensForOneOfManyPollsAtOnce() {
		DeviceFlow flow = flows().device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		flow.allowAll(flow.enter(codes.json("user_code")));
		List<Answer> answers = Race.of(() -> flow.poll(codes.json("device_code")));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200)
			.singleElement()
			.satisfies((answer) -> assertThat(answer.json()).containsKeys("access_token", "refresh_token", "id_token",
					"grant_id"));
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allMatch((answer) -> answer.status() == 400 && "invalid_grant".equals(answer.json("error")));
	}

	@Test
	default void takesOneOfManyAnswersAtOnce() {
		DeviceFlow flow = flows().device();
		Answer codes = flow.ask();
		flow.signIn("bob");
		Answer page = flow.enter(codes.json("user_code"));
		List<Answer> answers = Race.of(() -> flow.allowAll(page));
		assertThat(answers).filteredOn((answer) -> answer.location().endsWith("/device/allowed")).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !answer.redirects()).allMatch((answer) -> answer.status() == 400);
	}

	@Test
	default void slowsDownAllOfManyPollsAtOnceButOne() {
		DeviceFlow flow = flows().device();
		String deviceCode = flow.ask().json("device_code");
		List<Answer> answers = Race.of(() -> flow.poll(deviceCode));
		assertThat(answers).allMatch((answer) -> answer.status() == 400);
		assertThat(answers).filteredOn((answer) -> "authorization_pending".equals(answer.json("error"))).hasSize(1);
		assertThat(answers).filteredOn((answer) -> "slow_down".equals(answer.json("error"))).hasSize(Race.RACERS - 1);
	}

	@Test
	default void looksUpTenWrongCodesOfManyAtOnce() {
		DeviceFlow flow = flows().device();
		flow.signIn("bob");
		forgetWrongCodes();
		List<Integer> answers = Race.of(() -> flow.enter("BBBB-BBBB").status());
		forgetWrongCodes();
		assertThat(answers).filteredOn((status) -> status == 400).hasSize(10);
		assertThat(answers).filteredOn((status) -> status == 429).hasSize(Race.RACERS - 10);
	}

	private void forgetWrongCodes() {
		server().getBean(JdbcClient.class).sql("delete from wrong_user_code").update();
	}

	private Flows flows() {
		return server().getBean(Flows.class);
	}

}
