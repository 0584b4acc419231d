package dev.quartet.app.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeProvider;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets nobody but the one who asks see an experiment, and nothing be changed by it. */
@DemoProviders
class UntouchedWebTests {

	private static final String APP = DemoProviders.Place.APP;

	private final Tester tester = new Tester(APP);

	private final JdbcClient database;

	UntouchedWebTests(@Autowired JdbcClient database) {
		this.database = database;
	}

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "quartet", "form", "hub", "bird" })
	void leavesTheSessionAndItsTokensAlone(String provider) {
		this.tester.signsIn(provider);
		String who = this.tester.browser().get("/").text(".who");
		List<String> cookies = cookies();
		String before = kept();
		this.tester.faults(provider).forEach((fault) -> {
			assertThat(this.tester.tries(provider, fault).has("#verdict")).as(fault).isTrue();
			assertThat(this.tester.browser().get("/").text(".who")).as(fault).isEqualTo(who);
		});
		assertThat(kept()).isEqualTo(before);
		assertThat(cookies()).isEqualTo(cookies);
	}

	@Test
	void keepsNotesWorking() {
		this.tester.signsIn("quartet").tries("quartet", "code-twice");
		this.tester.tries("quartet", "refresh-twice");
		assertThat(this.tester.browser().get("/notes").status()).isEqualTo(200);
	}

	@Test
	void givesBackWhatItReceived() {
		this.tester.signsIn("quartet");
		Set<String> before = Set.copyOf(Neighbours.QUARTET.secrets);
		this.tester.tries("quartet", "code-twice");
		assertThat(Neighbours.QUARTET.revoked).isNotEmpty().allMatch((token) -> token.startsWith("rt-"));
		assertThat(Neighbours.QUARTET.revoked).doesNotContainAnyElementsOf(before);
		assertThat(Neighbours.QUARTET.secrets).containsAll(Neighbours.QUARTET.revoked);
	}

	@Test
	void startsNothingForAnotherSession() {
		this.tester.signsIn("hub");
		assertThat(this.tester.asksFor("hub", "code-twice").status()).isEqualTo(200);
		assertThat(this.tester.asksFor("quartet", "code-twice").status()).isEqualTo(404);
		assertThat(this.tester.asksFor("hub", "id-token-at-api").status()).isEqualTo(404);
		assertThat(this.tester.asksFor("hub", "made-up").status()).isEqualTo(404);
		assertThat(this.tester.browser().post("/flow/experiments/hub/code-twice", Map.of()).status()).isEqualTo(403);
	}

	@Test
	void showsNothingToAnotherSession() {
		Page page = this.tester.signsIn("quartet").tries("quartet", "wrong-verifier");
		Tester other = new Tester(APP).signsIn("quartet");
		assertThat(other.browser().get(page.address().toString()).status()).isEqualTo(404);
		String leave = this.tester.presses("quartet", "code-twice").document().expectFirst("#leave").attr("href");
		Page callback = this.tester.browser().get(leave);
		assertThat(other.browser().get(callback.location()).text("#reason")).isEqualTo("state_unknown");
	}

	@Test
	void signsNobodyIn() {
		this.tester.signsIn("quartet");
		Page leaving = this.tester.presses("quartet", "expired-token");
		this.tester.browser().submit(this.tester.browser().get("/"), "form.out", Map.of());
		this.tester.browser().open(leaving.document().expectFirst("#leave").attr("href"));
		assertThat(this.tester.browser().get("/").has("#sign-out")).isFalse();
	}

	@Test
	void showsNoSecretNotEvenAFaultyOne() {
		for (String provider : List.of("quartet", "form", "hub", "bird")) {
			this.tester.signsIn(provider);
			this.tester.faults(provider).forEach((fault) -> this.tester.tries(provider, fault));
		}
		String shown = this.tester.browser()
			.seen()
			.stream()
			.filter((page) -> page.address().getPath().startsWith("/flow"))
			.map(Page::body)
			.collect(Collectors.joining("\n"));
		String stored = String.join("\n", this.database.sql("script").query(String.class).list());
		assertThat(secrets()).hasSizeGreaterThan(30)
			.allSatisfy((secret) -> assertThat(shown.contains(secret) || stored.contains(secret)).isFalse());
	}

	/** Of a value that may have one other character, all but its beginning. */
	private static Set<String> secrets() {
		Set<String> secrets = new TreeSet<>(Set.of(FakeProvider.CLIENT_SECRET));
		Stream.of(Neighbours.QUARTET.secrets, Neighbours.FORM.secrets, Neighbours.HUB.secrets, Neighbours.BIRD.issued)
			.flatMap(Set::stream)
			.filter((secret) -> !"null".equals(secret))
			.forEach((secret) -> secrets
				.add(secret.substring(Math.min(secret.lastIndexOf('.') + 2, secret.length() - 20))));
		return secrets;
	}

	private List<String> cookies() {
		return this.tester.browser().cookies().stream().map((cookie) -> cookie.toString()).sorted().toList();
	}

	/** Everything that is known of people. */
	private String kept() {
		return Stream.of("person", "identity", "token_set", "provider_session")
			.map((table) -> this.database.sql("select * from " + table).query().listOfRows().stream())
			.flatMap((rows) -> rows)
			.map(UntouchedWebTests::told)
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	private static String told(Map<String, Object> row) {
		return row.values()
			.stream()
			.map((value) -> (value instanceof byte[] bytes) ? Arrays.toString(bytes) : String.valueOf(value))
			.collect(Collectors.joining(","));
	}

}
