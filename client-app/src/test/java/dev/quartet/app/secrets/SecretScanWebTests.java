package dev.quartet.app.secrets;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeHub;
import dev.quartet.app.fakes.FakeOAuth1Provider;
import dev.quartet.app.fakes.FakeProvider;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Looks for secrets wherever a whole journey leaves traces, and finds none. */
@ManyProviders
@ExtendWith(OutputCaptureExtension.class)
class SecretScanWebTests {

	private static final List<String> ALL = List.of("quartet", "form", "hub", "bird");

	private final JdbcClient database;

	private final LoggingSystem logs = LoggingSystem.get(SecretScanWebTests.class.getClassLoader());

	private final Browser browser = new Browser(Neighbours.APP);

	private final String subject = "somebody-" + UUID.randomUUID();

	private final Set<String> cookies = new TreeSet<>();

	SecretScanWebTests(@Autowired JdbcClient database) {
		this.database = database;
	}

	@BeforeEach
	void journey() {
		Neighbours.reset();
		this.logs.setLogLevel("dev.quartet", LogLevel.DEBUG);
		Neighbours.QUARTET.faults.subject = this.subject;
		Neighbours.FORM.faults.subject = this.subject;
		Neighbours.BIRD.subject = this.subject;
		Neighbours.HUB.subject = System.nanoTime();
		Neighbours.signIn(this.browser, "quartet");
		List.of("form", "hub", "bird").forEach((provider) -> Neighbours.link(this.browser, provider));
		for (String provider : List.of("form", "hub", "bird", "quartet")) {
			remember();
			Neighbours.signIn(this.browser, provider);
		}
		this.browser.submit(this.browser.get("/notes"), "main form", Map.of("title", "Mine", "text", "Nobody else's"));
		Neighbours.CLOCK.forward(Duration.ofMinutes(6));
		this.browser.get("/notes");
		this.browser.get("/profile");
		remember();
		refuseOne();
		// Some never come back.
		ALL.forEach((provider) -> this.browser.get(this.browser.get(Neighbours.start(provider)).location()));
		Neighbours.posted(this.browser.open(Neighbours.start("form")));
	}

	@AfterEach
	void stopTelling() {
		this.logs.setLogLevel("dev.quartet", null);
	}

	@Test
	void findsNoneInTheDatabase() {
		assertThat(secrets()).hasSizeGreaterThan(20);
		assertThat(dump()).contains(this.subject);
		assertClean(dump());
		signOut();
		assertClean(dump());
	}

	@Test
	void findsNoneInTheLog(CapturedOutput output) {
		signOut();
		await().until(() -> !Neighbours.QUARTET.revoked.isEmpty());
		assertThat(output.getAll()).contains("Sign-in failed: id_token_nonce");
		assertClean(output.getAll());
	}

	@Test
	void findsNoneInPagesAndAddresses() {
		signOut();
		assertClean(this.browser.seen()
			.stream()
			.filter((page) -> page.address().toString().startsWith(Neighbours.APP))
			.map(SecretScanWebTests::visible)
			.collect(Collectors.joining("\n")));
	}

	/**
	 * What a page shows, without what the protocols put there: the answer in the
	 * callback's address and the hint at sign-out.
	 */
	private static String visible(Page page) {
		String address = page.address().toString();
		String headers = page.headers()
			.map()
			.entrySet()
			.stream()
			.filter((header) -> !"set-cookie".equals(header.getKey()))
			.map(Map.Entry::toString)
			.collect(Collectors.joining("\n"));
		boolean callback = address.contains("/login/oauth2/code/") || address.contains("/login/oauth1/callback/");
		return (callback ? "" : address) + "\n" + headers + "\n"
				+ page.body().replaceAll("id_token_hint=[A-Za-z0-9_.-]+", "");
	}

	private static void refuseOne() {
		Neighbours.QUARTET.faults.nonce = "other";
		Neighbours.signIn(new Browser(Neighbours.APP), "quartet");
		Neighbours.QUARTET.faults.nonce = null;
	}

	private void signOut() {
		this.browser.submit(this.browser.get("/"), "form.out", Map.of());
	}

	private void remember() {
		for (HttpCookie cookie : this.browser.cookies()) {
			this.cookies.add(cookie.getValue());
			if ("QUARTET_APP".equals(cookie.getName())) {
				String value = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.US_ASCII);
				this.cookies.add(value);
				this.cookies.add(value.substring(value.indexOf('.') + 1));
			}
		}
	}

	private String dump() {
		return String.join("\n", this.database.sql("script").query(String.class).list());
	}

	private Set<String> secrets() {
		Set<String> secrets = new TreeSet<>(this.cookies);
		Stream.of(Neighbours.QUARTET.secrets, Neighbours.FORM.secrets, Neighbours.HUB.secrets, Neighbours.BIRD.issued)
			.forEach(secrets::addAll);
		secrets.addAll(Set.of(FakeProvider.CLIENT_SECRET, FakeHub.CLIENT_SECRET, FakeOAuth1Provider.CONSUMER_SECRET));
		secrets.remove("null");
		return secrets;
	}

	private void assertClean(String traces) {
		String lower = traces.toLowerCase(Locale.ROOT);
		for (String secret : secrets()) {
			byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
			// The last characters depend on what follows.
			String base64 = Base64.getEncoder().encodeToString(bytes).substring(0, bytes.length);
			assertThat(traces.contains(secret)).as(secret).isFalse();
			assertThat(traces.contains(base64)).as("base64 of " + secret).isFalse();
			assertThat(lower.contains(HexFormat.of().formatHex(bytes))).as("hex of " + secret).isFalse();
		}
	}

}
