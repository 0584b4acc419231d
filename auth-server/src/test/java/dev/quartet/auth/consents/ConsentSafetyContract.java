package dev.quartet.auth.consents;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer may do and may not, whichever database keeps it. */
interface ConsentSafetyContract {

	ApplicationContext server();

	@AfterEach
	default void comeBackToThePresent() {
		server().getBean(MovableClock.class).reset();
	}

	@Test
	default void p7NarrowsWhatIsUntickedAndTheRefreshedTokensToo() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer tokens = flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		Answer page = again(flow, flow.request().and("prompt", "consent"));
		flow.allow(page, "openid", "notes:read", "offline_access");
		Answer refreshed = flow.refresh(tokens.json("refresh_token"));
		assertThat(refreshed.json("scope").split(" ")).containsExactlyInAnyOrder("openid", "notes:read",
				"offline_access");
		assertThat(flow.introspect(tokens.json("access_token")).json("scope")).doesNotContain("notes:write");
	}

	@Test
	default void p12AllowsOnceForAnHourAndAsksAgain() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request());
		Answer tokens = flow.redeem(allow(flow, page, "once").sent("code"));
		assertThat(tokens.json("scope")).doesNotContain("offline_access");
		assertThat(asks(again(flow, flow.request()))).isTrue();
		server().getBean(MovableClock.class).advance(Duration.ofMinutes(61));
		Answer late = flow.refresh(tokens.json("refresh_token"));
		assertThat(late.json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void p12AllowsForOneSessionAndAsksInTheNext() {
		TestClient client = clients().vetted();
		AuthorizationFlow flow = with(client);
		Answer page = flow.signIn("alice", flow.request());
		assertThat(allow(flow, page, "session").sent("code")).isNotEmpty();
		Form online = flow.request().with("scope", "openid profile email notes:read notes:write");
		assertThat(flow.authorize(online).sent("code")).as("the same session").isNotEmpty();
		AuthorizationFlow other = with(client);
		assertThat(asks(other.signIn("alice", other.request()))).as("another session").isTrue();
	}

	@Test
	default void p12AllowsForThirtyDaysAndNoLonger() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer tokens = flow.redeem(allow(flow, flow.signIn("alice", flow.request()), "month").sent("code"));
		assertThat(flow.authorize(flow.request()).sent("code")).isNotEmpty();
		server().getBean(MovableClock.class).advance(Duration.ofDays(30).plusMinutes(1));
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void p12GivesNoMoreTimeThanWasOffered() {
		AuthorizationFlow flow = with(clients().unvetted());
		allow(flow, flow.signIn("alice", flow.request()), "revoked");
		assertThat(server().getBean(JdbcClient.class)
			.sql("select distinct duration from consent where user_id = 'alice' and client_id = :id")
			.param("id", flow.request().claims().get("client_id"))
			.query(String.class)
			.list()).containsExactly("once");
	}

	@Test
	default void p14GrantsOnceForManyPostsOfOneAnswer() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request());
		List<Answer> answers = Race.of(() -> flow.allowAll(page));
		assertThat(answers.stream().filter((answer) -> !answer.location().isEmpty() && !answer.sent("code").isEmpty()))
			.hasSize(1);
	}

	@Test
	default void p14GrantsNothingThatWasNotShown() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request().with("scope", "openid notes:read"));
		assertThat(flow.allow(page, "openid", "notes:read", "notes:write").sent("error")).isEqualTo("invalid_scope");
	}

	@Test
	default void p14ShowsThePageAgainWhenTheClientHasChangedSince() {
		TestClient client = clients().vetted();
		AuthorizationFlow flow = with(client);
		Answer page = flow.signIn("alice", flow.request());
		rename(client);
		Answer again = flow.browser().follow(flow.allowAll(page));
		assertThat(again.page().select("#note").text()).contains("changed while you were reading");
		assertThat(flow.allowAll(again).sent("code")).isNotEmpty();
	}

	@Test
	default void p14TakesNoAnswerWithoutWhatWasShown() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request());
		Form blind = AuthorizationFlow.answer(page).without("shown").and("scope", "openid").and("allow", "");
		Answer again = flow.browser().follow(flow.browser().post("/oauth2/authorize", blind));
		assertThat(asks(again)).isTrue();
	}

	@Test
	default void p14AsksAgainWhenNothingIsTicked() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request().with("scope", "notes:write"));
		Answer again = flow.browser()
			.follow(flow.browser().post("/oauth2/authorize", AuthorizationFlow.answer(page).and("allow", "")));
		assertThat(again.page().select("#note").text()).contains("not ticked anything");
		assertThat(flow.allow(again).sent("error")).isEqualTo("access_denied");
	}

	@Test
	default void p14TakesNoAnswerOfAnotherSessionOfTheSamePerson() {
		TestClient client = clients().vetted();
		AuthorizationFlow flow = with(client);
		Answer page = flow.signIn("alice", flow.request());
		AuthorizationFlow other = with(client);
		other.signIn("alice", other.request());
		assertThat(other.allowAll(page).status()).isEqualTo(400);
		assertThat(flow.allowAll(page).sent("code")).isNotEmpty();
	}

	@Test
	default void p14TakesNoAnswerAfterADenial() {
		AuthorizationFlow flow = with(clients().vetted());
		Answer page = flow.signIn("alice", flow.request());
		assertThat(flow.allow(page).sent("error")).isEqualTo("access_denied");
		assertThat(flow.allowAll(page).status()).isEqualTo(400);
		assertThat(flow.browser().get("/oauth2/consent?state=" + page.hidden("state")).status()).isEqualTo(400);
	}

	@Test
	default void p16AsksAgainWhenTheClientHasChanged() {
		TestClient client = clients().vetted();
		AuthorizationFlow flow = with(client);
		flow.allowAll(flow.signIn("alice", flow.request()));
		assertThat(flow.authorize(flow.request()).sent("code")).isNotEmpty();
		rename(client);
		Answer page = again(flow, flow.request());
		assertThat(page.page().select("#why").text()).contains("changed since you allowed");
		assertThat(page.page().select("#former").text()).contains("called itself", client.clientId());
	}

	@Test
	default void p16AlwaysAsksForWhomNobodyKnows() {
		AuthorizationFlow flow = with(clients().unvetted());
		flow.allow(flow.signIn("alice", flow.request()), "openid", "notes:read");
		assertThat(asks(again(flow, flow.request().with("scope", "openid notes:read")))).isTrue();
	}

	@Test
	default void p16AsksForAnInvitedOneUnlessSheCameByHerself() {
		AuthorizationFlow flow = with(clients().invited());
		flow.allow(flow.signIn("alice", flow.request()), "openid", "notes:read");
		String address = "/oauth2/authorize?" + flow.request().with("scope", "openid notes:read");
		assertThat(flow.browser().get(address, "Sec-Fetch-Site", "none").sent("code")).isNotEmpty();
		for (String site : List.of("cross-site", "same-site", "same-origin", "garbage")) {
			assertThat(asks(flow.browser().follow(flow.browser().get(address, "Sec-Fetch-Site", site)))).isTrue();
		}
		assertThat(asks(again(flow, flow.request().with("scope", "openid notes:read")))).as("no header").isTrue();
	}

	@Test
	default void p16RefusesRatherThanAsksWhenNoPageMayBeShown() {
		AuthorizationFlow flow = with(clients().unvetted());
		flow.allow(flow.signIn("alice", flow.request()), "openid", "notes:read");
		Form silent = flow.request().with("scope", "openid notes:read").and("prompt", "none");
		assertThat(flow.authorize(silent).sent("error")).isEqualTo("consent_required");
	}

	@Test
	default void p19LeavesAReceiptForEachDecision() {
		TestClient client = clients().vetted();
		AuthorizationFlow flow = with(client);
		flow.allow(flow.signIn("alice", flow.request()), "openid", "notes:read");
		flow.allow(again(flow, flow.request()));
		assertThat(server().getBean(JdbcClient.class)
			.sql("select decision from receipt where client_id = :id order by decided_at")
			.param("id", client.clientId())
			.query(String.class)
			.list()).containsExactly("allowed", "denied");
	}

	private static Answer allow(AuthorizationFlow flow, Answer page, String howLong) {
		Form form = AuthorizationFlow.answer(page).with("duration", howLong);
		for (String scope : AskingClients.SCOPE.split(" ", -1)) {
			form = form.and("scope", scope);
		}
		return flow.browser().post("/oauth2/authorize", form);
	}

	private static Answer again(AuthorizationFlow flow, Form request) {
		return flow.browser().follow(flow.authorize(request));
	}

	private static boolean asks(Answer answer) {
		return answer.page().selectFirst("#allow") != null;
	}

	private void rename(TestClient client) {
		server().getBean(OwnClients.class).rename(client.clientId(), "Other name " + UUID.randomUUID());
	}

	private AskingClients clients() {
		return new AskingClients(server().getBean(OwnClients.class), server().getBean(JdbcClient.class));
	}

	private AuthorizationFlow with(TestClient client) {
		return server().getBean(Flows.class).with(client);
	}

}
