package dev.quartet.app.pending;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.quartet.app.fakes.Race;
import dev.quartet.app.fakes.TestClock;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how long, how often and for whom a sign-in is remembered. */
interface PendingLoginsContract {

	PendingLogins pending();

	JdbcClient database();

	TestClock clock();

	@Test
	default void keepsSeveralSideBySide() {
		String browser = keep("one", "first");
		pending().keep("two" + browser, browser, login("second"));
		assertThat(taken("one" + browser, browser)).contains("first");
		assertThat(taken("two" + browser, browser)).contains("second");
	}

	@Test
	default void givesASignInOnlyOnce() {
		String browser = keep("one", "first");
		assertThat(pending().find("one" + browser, browser)).isPresent();
		assertThat(taken("one" + browser, browser)).isPresent();
		assertThat(taken("one" + browser, browser)).isEmpty();
	}

	@Test
	default void givesASignInToOneOfManyAtOnce() {
		String browser = keep("one", "first");
		assertThat(Race.of(12, () -> taken("one" + browser, browser))).filteredOn(Optional::isPresent).hasSize(1);
	}

	@Test
	default void keepsASignInForTheBrowserThatBeganIt() {
		String browser = keep("one", "first");
		assertThat(taken("one" + browser, "another browser")).isEmpty();
		assertThat(taken("one" + browser, browser)).isPresent();
	}

	@Test
	default void keepsOnlySoManyAtOnce() {
		database()
			.sql("""
					insert into pending_login (state_hash, browser_hash, provider, content, expires_at)
					with recursive n(i) as (select 1 union all select i + 1 from n where i < :most)
					select 'full-' || i, 'nobody', 'quartet', cast(:nothing as bytea), cast(:later as timestamp with time zone) from n""")
			.param("most", Room.MOST)
			.param("nothing", new byte[0])
			.param("later", clock().instant().plus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC))
			.update();
		clock().forward(Duration.ofMinutes(1));
		assertThat(pending().keep("one too many", "browser", login("first"))).isFalse();
		assertThat(pending().find("one too many", "browser")).isEmpty();
		clock().forward(Duration.ofMinutes(30));
		pending().purge();
		assertThat(pending().keep("again room", "browser", login("first"))).isTrue();
	}

	@Test
	default void knowsNoOtherState() {
		String browser = keep("one", "first");
		assertThat(taken("One" + browser, browser)).isEmpty();
	}

	@Test
	default void forgetsAfterAnHour() {
		String browser = keep("one", "first");
		clock().forward(Duration.ofMinutes(59));
		assertThat(pending().find("one" + browser, browser)).isPresent();
		clock().forward(Duration.ofMinutes(1));
		assertThat(taken("one" + browser, browser)).isEmpty();
		assertThat(pending().purge()).isPositive();
	}

	@Test
	default void keepsAPostedAnswerUntilTheBrowserComesForIt() {
		String browser = keep("one", "first");
		assertThat(pending().park("quartet", "one" + browser, Map.of("code", List.of("c0de")))).isTrue();
		assertThat(pending().park("quartet", "one" + browser, Map.of("code", List.of("forged")))).isFalse();
		assertThat(pending().take("one" + browser, browser))
			.hasValueSatisfying((returned) -> assertThat(returned.answer()).isEqualTo(Map.of("code", List.of("c0de"))));
		assertThat(pending().park("quartet", "one" + browser, Map.of())).isFalse();
	}

	@Test
	default void keepsNoAnswerOfAnotherProvider() {
		String browser = keep("one", "first");
		assertThat(pending().park("other", "one" + browser, Map.of("code", List.of("forged")))).isFalse();
		assertThat(pending().park("quartet", "one" + browser, Map.of("code", List.of("c0de")))).isTrue();
	}

	@Test
	default void storesNothingInClear() {
		String browser = keep("one", "first");
		pending().park("quartet", "one" + browser, Map.of("code", List.of("c0de-in-clear")));
		assertThat(rows()).isNotEmpty()
			.noneMatch((text) -> text.contains(browser) || text.contains("first-verifier") || text.contains("c0de-in"));
	}

	private List<String> rows() {
		return database().sql("select * from pending_login")
			.query((row, number) -> row.getString("state_hash") + row.getString("browser_hash")
					+ new String(row.getBytes("content"), StandardCharsets.ISO_8859_1)
					+ Objects.toString(row.getString("provider")))
			.list();
	}

	private String keep(String state, String name) {
		String browser = UUID.randomUUID().toString();
		pending().keep(state + browser, browser, login(name));
		return browser;
	}

	private Optional<String> taken(String state, String browser) {
		return pending().take(state, browser).map((returned) -> returned.login().nonce());
	}

	private PendingLogin login(String name) {
		return new PendingLogin("quartet", Purpose.SIGN_IN, null, null, "/", "https://app.example/callback", name,
				name + "-verifier", null, null, null, clock().instant());
	}

}
