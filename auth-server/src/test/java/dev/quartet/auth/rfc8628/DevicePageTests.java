package dev.quartet.auth.rfc8628;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a person sees before she answers a device (RFC 8628 §3.3, §5.1, §5.4). */
@QuartetServer
class DevicePageTests {

	private final Flows flows;

	private final MovableClock clock;

	private final JdbcClient database;

	DevicePageTests(@Autowired Flows flows, @Autowired MovableClock clock, @Autowired JdbcClient database) {
		this.flows = flows;
		this.clock = clock;
		this.database = database;
	}

	@AfterEach
	void leaveNothingBehind() {
		this.clock.reset();
		this.database.sql("delete from wrong_user_code").update();
		this.database.sql("delete from consent where client_id = 'quartet-device'").update();
	}

	@Test
	void asksHerToSignInAndLeadsBackWithTheCodeFilledIn() {
		DeviceFlow flow = this.flows.device();
		String userCode = flow.ask().json("user_code");
		Answer page = flow.signIn("alice", "/device?user_code=" + userCode);
		assertThat(page.page().select("#user-code").attr("value")).isEqualTo(userCode);
		assertThat(page.page().select("#allow")).isEmpty();
	}

	@Test
	void allowsNothingByTheAddressAlone() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice", "/device?user_code=" + codes.json("user_code"));
		assertThat(flow.poll(codes.json("device_code")).json("error")).isEqualTo("authorization_pending");
	}

	@Test
	void showsWhatWasStartedWhenAndWhereAndWarns() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		this.clock.advance(Duration.ofMinutes(3));
		Answer page = flow.enter(codes.json("user_code"));
		assertThat(page.page().select("#user-code").text()).isEqualTo(codes.json("user_code"));
		assertThat(page.text()).contains("Notes on the television", "3 minutes ago", "127.0.0.1",
				"the same address as this browser", "If somebody sent you the code", "Alice Liddell");
		assertThat(page.page().select("input[type=checkbox]").eachAttr("value")).containsExactly("profile");
		assertThat(page.page().select("input[type=hidden][name=scope]").eachAttr("value")).containsExactly("notes:read",
				"openid");
		assertThat(page.page().select("#allow, #deny").eachAttr("name")).containsExactly("deny", "allow");
	}

	@Test
	void asksAgainHoweverOftenSheAllowedItBefore() {
		DeviceFlow flow = this.flows.device();
		assertThat(flow.tokens("alice").status()).isEqualTo(200);
		Answer page = flow.enter(flow.ask().json("user_code"));
		assertThat(page.page().select("#allow")).isNotEmpty();
		assertThat(page.text()).contains("Allowed before");
	}

	@Test
	void remembersHerAnswerAsAConsent() {
		DeviceFlow flow = this.flows.device();
		flow.tokens("bob");
		assertThat(consents("bob")).containsExactlyInAnyOrder("openid", "profile", "notes:read");
		flow.allow(flow.enter(flow.ask().json("user_code")), "openid", "profile");
		assertThat(consents("bob")).containsExactlyInAnyOrder("openid", "profile");
		flow.deny(flow.enter(flow.ask().json("user_code")));
		assertThat(consents("bob")).containsExactlyInAnyOrder("openid", "profile");
	}

	@Test
	void takesTheCodeHoweverItIsTyped() {
		DeviceFlow flow = this.flows.device();
		flow.signIn("alice");
		String userCode = flow.ask().json("user_code");
		for (String typed : List.of(userCode.toLowerCase(Locale.ROOT), userCode.replace("-", ""),
				" " + userCode.replace('-', ' '))) {
			Answer page = flow.enter(typed);
			assertThat(page.page().select("#user-code").text()).as(typed).isEqualTo(userCode);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "BBBB-BBBB", "\0", "é🐎", "' or 1=1 --", "<script>" })
	void saysThatACodeIsWrong(String typed) {
		DeviceFlow flow = this.flows.device();
		flow.signIn("alice");
		Answer page = flow.enter(typed);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.page().select("#code-wrong")).isNotEmpty();
		assertThat(page.page().select("#user-code").attr("value")).isEqualTo(typed.replace("\0", "\ufffd"));
	}

	@Test
	void looksUpNoMoreCodesAfterTenWrongOnesUntilTenMinutesLater() {
		DeviceFlow flow = this.flows.device();
		flow.signIn("alice");
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(flow.enter("BBBB-BBB" + attempt).status()).isEqualTo(400);
		}
		String userCode = flow.ask().json("user_code");
		Answer refused = flow.enter(userCode);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 601);
		DeviceFlow other = this.flows.device();
		other.signIn("bob");
		assertThat(other.enter(userCode).page().select("#allow")).isNotEmpty();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(flow.enter(flow.ask().json("user_code")).page().select("#allow")).isNotEmpty();
	}

	@Test
	void letsNobodyElseAnswerHerPage() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		Answer page = flow.enter(codes.json("user_code"));
		DeviceFlow other = this.flows.device();
		Answer hers = other.signIn("bob");
		Form form = Form.empty()
			.and("_csrf", hers.hidden("_csrf"))
			.and("state", page.hidden("state"))
			.and("scope", "profile")
			.and("allow", "");
		assertThat(other.browser().post("/device/confirm", form).status()).isEqualTo(400);
		assertThat(flow.poll(codes.json("device_code")).json("error")).isEqualTo("authorization_pending");
	}

	@Test
	void showsNoCodeButTheOneOfTheRequest() {
		DeviceFlow flow = this.flows.device();
		String userCode = flow.ask().json("user_code");
		flow.signIn("alice");
		String state = flow.enter(userCode).hidden("state");
		Form made = Form.empty().and("state", state).and("user_code", "EVIL-CODE");
		assertThat(flow.browser().get("/device/confirm?" + made).status()).isEqualTo(400);
	}

	@Test
	void takesAnAnswerOnceAndOnlyFromItsOwnPage() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		Answer page = flow.enter(codes.json("user_code"));
		Form foreign = Form.empty().and("state", page.hidden("state")).and("scope", "profile").and("allow", "");
		assertThat(flow.browser().post("/device/confirm", foreign).status()).isEqualTo(403);
		assertThat(flow.browser().follow(flow.allowAll(page)).text()).contains("go back to your device");
		assertThat(flow.deny(page).status()).isEqualTo(400);
		assertThat(flow.poll(codes.json("device_code")).status()).isEqualTo(200);
	}

	@Test
	void takesMoreThanWasShownForANo() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask(Form.empty().and("scope", "profile"));
		flow.signIn("alice");
		Answer answer = flow.allow(flow.enter(codes.json("user_code")), "profile", "notes:read");
		assertThat(flow.browser().follow(answer).text()).contains("denied");
		assertThat(flow.poll(codes.json("device_code")).json("error")).isEqualTo("access_denied");
	}

	@Test
	void asksAgainWhenNothingIsTicked() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		Answer again = flow.browser().follow(flow.allow(flow.enter(codes.json("user_code"))));
		assertThat(again.page().select("#note").text()).contains("not ticked anything");
		assertThat(flow.poll(codes.json("device_code")).json("error")).isEqualTo("authorization_pending");
	}

	private List<String> consents(String userId) {
		return this.database.sql("select scope from consent where user_id = :userId and client_id = 'quartet-device'")
			.param("userId", userId)
			.query(String.class)
			.list();
	}

}
