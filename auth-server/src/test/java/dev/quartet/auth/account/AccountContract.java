package dev.quartet.auth.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.onetime.Sha256;
import dev.quartet.auth.users.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises what a person's changes to her account mean, whatever the database. */
interface AccountContract {

	String CHOSEN = "eleven loud geese on a ladder";

	ApplicationContext server();

	@BeforeEach
	default void registerHer() {
		people().register("holly");
	}

	@AfterEach
	default void forgetHer() {
		people().forget("holly");
		database().sql("delete from spring_session where principal_name = 'holly'").update();
		server().getBean(MovableClock.class).reset();
		database().sql("delete from wrong_password").update();
		database().sql("delete from audit_event where user_id = 'holly'").update();
	}

	@Test
	default void changesAPasswordAndEndsEveryOtherSession() {
		AuthorizationFlow elsewhere = flows().app();
		Answer tokens = tokens(elsewhere);
		Browser here = signedIn();
		Answer changed = OwnPeople.changePassword(here, OwnPeople.PASSWORD, CHOSEN);
		assertThat(changed.location()).endsWith("/account/password?changed");
		assertThat(here.follow(changed).page().select("#changed")).hasSize(1);
		assertThat(elsewhere.browser().get("/account").location()).startsWith("/login");
		assertThat(elsewhere.introspect(tokens.json("access_token")).json()).isEqualTo(Map.of("active", false));
		assertThat(elsewhere.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(sessions()).isEqualTo(1);
		assertThat(OwnPeople.signIn(flows().browser(), "/account", "holly", OwnPeople.PASSWORD)
			.page()
			.select("#login-failed")).hasSize(1);
		assertThat(OwnPeople.signIn(flows().browser(), "/account", "holly", CHOSEN).page().select("#save")).hasSize(1);
		assertThat(types()).contains("password_changed");
	}

	@Test
	default void givesTheSessionAnotherIdWhenThePasswordChanges() {
		Browser here = signedIn();
		Answer changed = OwnPeople.changePassword(here, OwnPeople.PASSWORD, CHOSEN);
		assertThat(changed.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("QUARTET_AUTH="));
	}

	@Test
	default void letsOneOfManyChangesWin() {
		Browser here = signedIn();
		Form form = Form.empty()
			.and("_csrf", here.get("/account/password").hidden("_csrf"))
			.and("current", OwnPeople.PASSWORD);
		String before = people().find("holly").passwordHash().orElseThrow();
		StoredPasswords stored = server().getBean(StoredPasswords.class);
		AtomicInteger number = new AtomicInteger();
		List<Boolean> won = Race
			.of(() -> stored.replace("holly", before, "hash " + number.incrementAndGet(), false).isPresent());
		assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
		assertThat(types()).filteredOn("password_changed"::equals).hasSize(1);
		Answer late = here.post("/account/password", form.and("password", CHOSEN).and("password-again", CHOSEN));
		assertThat(late.location()).startsWith("/login");
	}

	@Test
	default void refusesAPasswordThatIsChangedWhileItIsCompared() {
		String before = people().find("holly").passwordHash().orElseThrow();
		TransactionTemplate transaction = new TransactionTemplate(server().getBean(PlatformTransactionManager.class));
		ExecutorService other = Executors.newSingleThreadExecutor();
		Future<Answer> late = Objects.requireNonNull(transaction.execute((status) -> {
			server().getBean(StoredPasswords.class).replace("holly", before, "{another}", false);
			Future<Answer> login = other
				.submit(() -> OwnPeople.signIn(flows().browser(), "/account", "holly", OwnPeople.PASSWORD));
			assertThat(login).failsWithin(Duration.ofMillis(700));
			return login;
		}));
		assertThat(late).succeedsWithin(Duration.ofSeconds(10))
			.satisfies((answer) -> assertThat(answer.page().select("#login-failed")).hasSize(1));
		other.shutdownNow();
		assertThat(sessions()).isZero();
	}

	@Test
	default void signsOutEveryInstanceWhenThePasswordIsChangedBehindItsBack() {
		Browser here = signedIn();
		server().getBean(MovableClock.class).advance(Duration.ofSeconds(1));
		User user = people().find("holly");
		user.changePassword("{another}", people().clock().instant());
		people().users().save(user);
		assertThat(here.get("/account").location()).startsWith("/login");
		assertThat(sessions()).isZero();
	}

	@Test
	default void endsOneSessionWithItsGrantsAndKeepsTheOthers() {
		AuthorizationFlow elsewhere = flows().app();
		Answer tokens = tokens(elsewhere);
		Browser here = signedIn();
		Browser third = signedIn();
		Answer page = here.get("/account/sessions");
		assertThat(page.page().select(".cards > li")).hasSize(3);
		assertThat(page.page().select(".cards .badge")).hasSize(1);
		String ended = database()
			.sql("select sid from authorization_grant where user_id = 'holly' order by created_at desc limit 1")
			.query(String.class)
			.single();
		assertThat(page.body()).doesNotContain(ended);
		here.post("/account/sessions", Form.empty().and("_csrf", page.hidden("_csrf")).and("end", Sha256.of(ended)));
		assertThat(elsewhere.browser().get("/account").location()).startsWith("/login");
		assertThat(elsewhere.introspect(tokens.json("access_token")).json()).isEqualTo(Map.of("active", false));
		assertThat(third.get("/account").status()).isEqualTo(200);
		assertThat(here.get("/account").status()).isEqualTo(200);
	}

	@Test
	default void endsAllOtherSessions() {
		Browser here = signedIn();
		Browser other = signedIn();
		Browser third = signedIn();
		String csrf = here.get("/account/sessions").hidden("_csrf");
		here.post("/account/sessions", Form.empty().and("_csrf", csrf));
		assertThat(other.get("/account").location()).startsWith("/login");
		assertThat(third.get("/account").location()).startsWith("/login");
		assertThat(here.get("/account/sessions").page().select(".cards > li")).hasSize(1);
	}

	@Test
	default void endsNoSessionOfAnotherPerson() {
		Browser here = signedIn();
		Browser hers = flows().browser();
		OwnPeople.signIn(hers, "/account", "alice", "alice");
		Browser alsoHers = flows().browser();
		OwnPeople.signIn(alsoHers, "/account", "alice", "alice");
		List<String> sids = hers.get("/account/sessions").page().select("input[name=end]").eachAttr("value");
		String csrf = here.get("/account/sessions").hidden("_csrf");
		sids.forEach((sid) -> here.post("/account/sessions", Form.empty().and("_csrf", csrf).and("end", sid)));
		assertThat(hers.get("/account").status()).isEqualTo(200);
		assertThat(alsoHers.get("/account").status()).isEqualTo(200);
	}

	@Test
	default void takesTenWrongPasswordsAndThenNoneForAWhile() {
		Browser here = signedIn();
		for (int i = 0; i < 10; i++) {
			Answer wrong = OwnPeople.changePassword(here, "not her password at all", CHOSEN);
			assertThat(wrong.status()).isEqualTo(400);
			assertThat(wrong.page().select("#password-wrong")).hasSize(1);
		}
		Answer refused = OwnPeople.changePassword(here, OwnPeople.PASSWORD, CHOSEN);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 901);
		server().getBean(MovableClock.class).advance(Duration.ofMinutes(16));
		assertThat(OwnPeople.changePassword(here, OwnPeople.PASSWORD, CHOSEN).location()).endsWith("?changed");
	}

	@Test
	default void countsWrongPasswordsThatComeAtTheSameTime() {
		PasswordTries tries = server().getBean(PasswordTries.class);
		assertThat(Race.of(() -> tries.begin("holly").isEmpty())).filteredOn(Boolean::booleanValue).hasSize(10);
	}

	private Answer tokens(AuthorizationFlow flow) {
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		Answer consent = flow.browser().follow(flow.signIn(login, "holly", OwnPeople.PASSWORD));
		return flow.redeem(flow.allowAll(consent).sent("code"));
	}

	private Browser signedIn() {
		return OwnPeople.signedIn(flows(), "holly");
	}

	private int sessions() {
		return database().sql("select count(*) from spring_session where principal_name = 'holly'")
			.query(Integer.class)
			.single();
	}

	private List<String> types() {
		return database().sql("select type from audit_event where user_id = 'holly'").query(String.class).list();
	}

	private OwnPeople people() {
		return OwnPeople.of(server());
	}

	private Flows flows() {
		return server().getBean(Flows.class);
	}

	private JdbcClient database() {
		return server().getBean(JdbcClient.class);
	}

}
