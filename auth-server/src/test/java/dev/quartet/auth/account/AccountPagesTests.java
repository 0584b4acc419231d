package dev.quartet.auth.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Costs;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what the pages of an account show, take and refuse. */
@QuartetServer
class AccountPagesTests {

	private final Flows flows;

	private final OwnPeople people;

	private final MovableClock clock;

	AccountPagesTests(@Autowired Flows flows, @Autowired ApplicationContext server, @Autowired MovableClock clock) {
		this.flows = flows;
		this.people = OwnPeople.of(server);
		this.clock = clock;
	}

	@BeforeEach
	void registerHim() {
		this.people.register("ivan");
	}

	@AfterEach
	void forgetHim() {
		this.people.forget("ivan");
		this.clock.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/account/sessions", "/account/password", "/account/activity" })
	void leadsToEachPageThroughASignIn(String page) {
		Browser browser = this.flows.browser();
		assertThat(browser.get(page).location()).startsWith("/login?continue=");
		Answer shown = OwnPeople.signIn(browser, page, "ivan", OwnPeople.PASSWORD);
		assertThat(shown.status()).isEqualTo(200);
		assertThat(shown.page().select(".account-menu [aria-current=page]").attr("href")).isEqualTo(page);
		assertThat(shown.header("Cache-Control")).contains("no-store");
	}

	@Test
	void leadsThereFromTheHomePageByHerLoginName() {
		Browser browser = signedIn();
		Answer home = browser.get("/");
		assertThat(home.page().select("#person").text()).isEqualTo("ivan");
		assertThat(home.page().select("#account").attr("href")).isEqualTo("/account");
		assertThat(this.flows.browser().get("/").page().select("#account, #person")).isEmpty();
	}

	@Test
	void leadsBackToThePageWhenASessionEndedUnderAForm() {
		Browser browser = signedIn();
		String csrf = browser.get("/account/password").hidden("_csrf");
		browser.post("/logout", Form.empty().and("_csrf", csrf));
		String fresh = browser.get("/login").hidden("_csrf");
		Answer lost = browser.post("/account/password",
				Form.empty().and("_csrf", fresh).and("current", OwnPeople.PASSWORD));
		assertThat(lost.location()).isEqualTo("/login?continue=%2Faccount%2Fpassword");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/account/sessions", "/account/password" })
	void changesNothingForAForeignPage(String page) {
		Browser browser = signedIn();
		Form form = Form.empty()
			.and("name", "Ivan")
			.and("current", OwnPeople.PASSWORD)
			.and("password", "nine brave snails in a teapot");
		assertThat(browser.post(page, form).status()).isEqualTo(403);
		assertThat(browser.post(page, form.and("_csrf", "guessed")).status()).isEqualTo(403);
		assertThat(this.people.find("ivan").profile().claims()).isEmpty();
	}

	@Test
	void changesNothingOfWhoeverTookOverInTheSameBrowser() {
		Browser browser = signedIn();
		Answer form = browser.get("/account");
		browser.post("/login/switch", Form.empty().and("_csrf", form.hidden("_csrf")));
		OwnPeople.signIn(browser, "/account", "bob", "bob");
		Answer late = browser.post("/account",
				Form.empty()
					.and("_csrf", form.hidden("_csrf"))
					.and("version", form.hidden("version"))
					.and("name", "Ivan"));
		assertThat(late.status()).isEqualTo(403);
		assertThat(this.people.find("bob").profile().displayName()).isNotEqualTo("Ivan");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/account", "/account/password", "/account/sessions" })
	void refusesAHundredKilobytes(String page) {
		Browser browser = signedIn();
		Form form = OwnPeople.form(browser.get("/account")).and("current", "y".repeat(100_000)).and("end", "z");
		assertThat(browser.post(page, form).status()).isIn(400, 403, 413);
		assertThat(browser.get("/account").status()).isEqualTo(200);
	}

	@Test
	void saysEachThingThatIsWrongWithANewPassword() {
		Browser browser = signedIn();
		Answer page = browser.get("/account/password");
		Answer refused = browser.post("/account/password",
				Form.empty()
					.and("_csrf", page.hidden("_csrf"))
					.and("current", OwnPeople.PASSWORD)
					.and("password", "qwertyuiopasdfghjkl")
					.and("password-again", "")
					.and("disconnect", "on"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.page().select("#password-problems li")).hasSize(2);
		assertThat(refused.page().select("#disconnect[checked]")).hasSize(1);
		assertThat(refused.page().select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);
		assertThat(OwnPeople.changePassword(browser, OwnPeople.PASSWORD, OwnPeople.PASSWORD).text())
			.contains("This is the password that you have already");
		assertThat(OwnPeople.changePassword(browser, "", ProfilePageTests.NONSENSE).page().select("#password-wrong"))
			.hasSize(1);
	}

	@Test
	void letsPasswordManagersHelp() {
		Answer page = signedIn().get("/account/password");
		assertThat(
				page.page().select("form.stack input:not([type=hidden]):not([type=checkbox])").eachAttr("autocomplete"))
			.containsExactly("username", "current-password", "new-password", "new-password");
	}

	@Test
	void namesBrowsersInPlainWordsAndShowsNoSessionId() {
		Browser browser = this.flows.browser();
		Answer login = browser.follow(browser.get("/account/sessions"));
		Answer welcome = browser.post("/login",
				Form.empty()
					.and("_csrf", login.hidden("_csrf"))
					.and("continue", login.hidden("continue"))
					.and("username", "ivan")
					.and("password", OwnPeople.PASSWORD),
				"User-Agent", "<b>Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0</b>");
		Answer page = browser.follow(welcome);
		assertThat(page.page().select(".cards h2 bdi").text()).contains("Firefox", "on", "Linux").doesNotContain("<b>");
		assertThat(page.page().select(".cards .badge").text()).isEqualTo("This browser");
		assertThat(page.text()).contains("127.0.0.1");
		String id = welcome.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("QUARTET_AUTH="))
			.map((cookie) -> cookie.substring("QUARTET_AUTH=".length(), cookie.indexOf(';')))
			.map((cookie) -> new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8).split("\\.", 2)[0])
			.findFirst()
			.orElseThrow();
		assertThat(page.body()).doesNotContain(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "_", "1_", "9999999999999999999_x",
			"-9223372036854775808_00000000-0000-0000-0000-000000000000",
			"9223372036854775807_00000000-0000-0000-0000-000000000000", "%00",
			"1_00000000-0000-0000-0000-000000000000" })
	void readsOnFromAnywhere(String before) {
		Answer page = signedIn().get("/account/activity?before=" + before);
		assertThat(page.status()).isEqualTo(200);
	}

	@Test
	void tellsWhatHappenedInPlainWords() {
		Browser browser = signedIn();
		browser.post("/account", OwnPeople.form(browser.get("/account")).and("name", "Ivan").and("gender", "male"));
		List<String> entries = browser.get("/account/activity").page().select(".trail li").eachText();
		assertThat(entries.get(0)).startsWith("You changed your profile.").endsWith("· Gender, Name");
		assertThat(entries.get(1)).startsWith("You signed in.").contains("UTC").endsWith("· from 127.0.0.1");
	}

	@Test
	void signsOutAtTheEndOfALifetimeHoweverBusyHeIs() {
		Browser browser = signedIn();
		this.clock.advance(Duration.ofDays(7).minusMinutes(1));
		assertThat(browser.get("/account").status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(browser.get("/account").location()).startsWith("/login");
		this.clock.reset();
		assertThat(browser.get("/account").location()).startsWith("/login");
	}

	@Test
	void signsOutADisabledPersonAtOnce() {
		Browser browser = signedIn();
		var ivan = this.people.find("ivan");
		ivan.disable(this.clock.instant());
		this.people.users().save(ivan);
		assertThat(browser.get("/").page().select("#person")).isEmpty();
		assertThat(browser.get("/oauth2/authorize?" + this.flows.app().request()).location()).startsWith("/login");
	}

	@Test
	void asksOnceARequestWhetherHeMayBeSignedInAndNeverWhereNobodyIs(@Autowired Costs costs) {
		Browser browser = signedIn();
		assertThat(costs.statementsOf(() -> browser.get("/account/activity")))
			.filteredOn((sql) -> sql.startsWith("select u1_0.disabled_at"))
			.hasSize(1);
		assertThat(costs.statementsOf(() -> this.flows.browser().get("/login"))).isEmpty();
	}

	private Browser signedIn() {
		return OwnPeople.signedIn(this.flows, "ivan");
	}

}
