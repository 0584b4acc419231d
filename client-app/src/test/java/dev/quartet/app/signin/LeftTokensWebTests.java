package dev.quartet.app.signin;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import dev.quartet.app.sessions.ProviderSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Gives tokens back when a person has signed out of her last browser. */
@ManyProviders
class LeftTokensWebTests {

	private final JdbcClient database;

	private final Browser browser = new Browser(Neighbours.APP);

	private final String subject = "somebody-" + UUID.randomUUID();

	private final ProviderSessions sessions;

	LeftTokensWebTests(@Autowired JdbcClient database, @Autowired ProviderSessions sessions) {
		this.database = database;
		this.sessions = sessions;
	}

	@BeforeEach
	void signIn() {
		Neighbours.reset();
		Neighbours.QUARTET.faults.subject = this.subject;
		Neighbours.signIn(this.browser, "quartet");
	}

	@Test
	void revokesAndDropsThemAtTheLastSignOut() {
		assertThat(kept()).isOne();
		signOut(this.browser);
		assertThat(kept()).isZero();
		await().untilAsserted(
				() -> assertThat(Neighbours.QUARTET.revoked).isNotEmpty().allMatch((token) -> token.startsWith("rt-")));
	}

	@Test
	void keepsThemForHerOtherBrowser() {
		Browser other = new Browser(Neighbours.APP);
		Neighbours.signIn(other, "quartet");
		signOut(this.browser);
		assertThat(kept()).isOne();
		assertThat(other.get("/notes").status()).isEqualTo(200);
		signOut(other);
		assertThat(kept()).isZero();
	}

	@Test
	void signsOutOfAProviderThatHasNoSignOut() {
		Neighbours.signIn(this.browser, "hub");
		Page home = this.browser.follow(signOut(this.browser));
		assertThat(home.has("#sign-in-hub")).isTrue();
		assertThat(home.text("#signed-out")).startsWith("You are signed out.").doesNotContain("does not answer");
	}

	@Test
	void forgetsThoseOfAPersonWhoseSessionsHaveGone() {
		this.sessions.purge();
		assertThat(kept()).isOne();
		this.database.sql("""
				delete from spring_session where principal_name in (
				select person_id from identity where subject = ?)""").param(this.subject).update();
		this.sessions.purge();
		assertThat(kept()).as("right after the sign-in").isOne();
		Neighbours.CLOCK.forward(Duration.ofMinutes(6));
		this.sessions.purge();
		assertThat(kept()).isZero();
	}

	private static Page signOut(Browser browser) {
		return browser.submit(browser.get("/"), "form.out", Map.of());
	}

	private long kept() {
		return this.database
			.sql("select count(*) from token_set t join identity i on i.id = t.identity_id where i.subject = ?")
			.param(this.subject)
			.query(Long.class)
			.single();
	}

}
