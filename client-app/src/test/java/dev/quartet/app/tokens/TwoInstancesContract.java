package dev.quartet.app.tokens;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Instances;
import dev.quartet.app.fakes.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what two instances on one database make of one person. */
interface TwoInstancesContract {

	Duration PAST_EXPIRY = Duration.ofMinutes(6);

	Instances instances();

	@BeforeEach
	default void reset() {
		instances().reset();
	}

	@Test
	default void refreshOnceForFiftyCallsAtOnce() {
		List<Browser> tabs = instances().browsersOf(instances().signedIn());
		instances().clock().forward(PAST_EXPIRY);
		instances().provider().forgetAccessTokens();
		instances().provider().faults.refreshMillis = 300;
		AtomicInteger turn = new AtomicInteger();
		List<Integer> answers = Race.of(50, () -> tabs.get(turn.getAndIncrement() % 2).get("/notes").status());
		assertThat(answers).hasSize(50).containsOnly(200);
		assertThat(instances().provider().refreshes).hasValue(1);
	}

	@Test
	default void shareASession() {
		List<Browser> tabs = instances().browsersOf(instances().signedIn());
		assertThat(tabs).allMatch((tab) -> tab.get("/").has("#sign-out"));
	}

	@Test
	default void finishOnOneWhatBeganOnTheOther() {
		Browser browser = instances().browser(0);
		Browser.Page answer = browser.get(browser.get("/oauth2/authorization/quartet").location());
		List<HttpCookie> cookies = browser.cookies();
		Browser other = instances().browser(1);
		other.take(cookies);
		assertThat(other.get(instances().onInstance(1, answer.location())).isRedirect()).isTrue();
		assertThat(other.get("/").has("#sign-out")).isTrue();
	}

	@Test
	default void keepNoSecretInTheDatabase() {
		Browser browser = instances().signedIn();
		String state = URI.create(instances().browser(0).get("/oauth2/authorization/quartet").location())
			.getQuery()
			.replaceFirst(".*\\bstate=([^&]+).*", "$1");
		String stored = instances().stored();
		assertThat(instances().provider().secrets).hasSizeGreaterThan(4);
		assertThat(stored).contains(instances().provider().faults.subject)
			.doesNotContain(state)
			.doesNotContain(instances().provider().secrets);
		assertThat(browser.cookies()).extracting(HttpCookie::getValue)
			.isNotEmpty()
			.allSatisfy((cookie) -> assertThat(stored).doesNotContain(cookie));
	}

	@Test
	default void signNobodyOutByARestart() {
		Browser browser = instances().signedIn();
		instances().restart(0);
		assertThat(browser.get("/notes").status()).isEqualTo(200);
	}

	@Test
	default void shareTheFailureOfOneRefresh() {
		List<Browser> tabs = instances().browsersOf(instances().signedIn());
		instances().clock().forward(PAST_EXPIRY);
		instances().provider().forgetRefreshTokens();
		AtomicInteger turn = new AtomicInteger();
		List<Integer> answers = Race.of(20, () -> tabs.get(turn.getAndIncrement() % 2).get("/notes").status());
		assertThat(answers).containsOnly(302);
		assertThat(instances().provider().refreshes).hasValue(1);
	}

}
