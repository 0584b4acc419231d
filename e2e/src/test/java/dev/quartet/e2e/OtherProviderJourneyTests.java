package dev.quartet.e2e;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs people in at a provider that nobody here wrote, panva's oidc-provider, and at the
 * same one while it lies.
 */
@ResourceLock("SecondApp")
class OtherProviderJourneyTests {

	/** The client believes for a second what it has just heard of a provider. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private OtherProvider other;

	@BeforeEach
	void findProvider() {
		NodePackages.required();
		this.other = SecondApp.running().other();
		mendProvider();
	}

	@AfterEach
	void mendProvider() {
		this.other.has("none");
		awaitStart(302);
	}

	@ParameterizedTest
	@ValueSource(strings = { "other", "posted" })
	void signsHerInWhicheverWayTheAnswerTravels(String entry) {
		try (Visitor visitor = visitor()) {
			SecondApp.signsIn(visitor, entry);
			assertThat(visitor.sees()).contains("Iris Elsewhere");
			visitor.goes(SecondApp.at("/profile"));
			assertThat(visitor.reads("#claim-sub")).isEqualTo("subject-of-iris");
			assertThat(visitor.reads("#claim-email")).isEqualTo("iris@elsewhere.example");
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void signsHerInFromThePageOfTheProvider() {
		try (Visitor visitor = visitor()) {
			String issuer = URLEncoder.encode(this.other.address().toString(), StandardCharsets.UTF_8);
			visitor.goes(SecondApp.at("/login/initiate?target_link_uri=" + SecondApp.at("/links") + "&iss=" + issuer));
			SecondApp.proves(visitor, "other");
			visitor.page().waitForSelector("#linked-other");
			assertThat(visitor.page().url()).isEqualTo(SecondApp.at("/links"));
		}
	}

	@Test
	void tellsHerThatShePreferredNotTo() {
		try (Visitor visitor = visitor()) {
			SecondApp.chooses(visitor, "other").clicks("#deny");
			assertThat(visitor.reads("#reason")).isEqualTo("access_denied");
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "issuer, id_token_issuer", "audience, id_token_audience", "party, id_token_authorized_party",
			"nonce, id_token_nonce", "nonceless, id_token_nonce", "expired, id_token_expired", "hash, id_token_at_hash",
			"key, id_token_signature", "unsigned, id_token_algorithm", "symmetric, id_token_algorithm",
			"userinfo, userinfo_subject", "callback, callback_of_other_issuer", "anonymous, callback_of_other_issuer",
			"detour, callback_of_other_issuer", "state, state_unknown" })
	void refusesTheAnswerOfALiar(String fault, String reason) {
		this.other.has(fault);
		try (Visitor visitor = visitor()) {
			SecondApp.proves(SecondApp.chooses(visitor, "other"), "other");
			assertThat(visitor.reads("#reason")).isEqualTo(reason);
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
			this.other.has("none");
			SecondApp.chooses(visitor, "other").page().waitForSelector("#sign-out");
		}
	}

	@Test
	void givesUpOnAProviderThatIsSlow() {
		this.other.has("slow");
		try (Visitor visitor = visitor()) {
			SecondApp.proves(SecondApp.chooses(visitor, "other"), "other");
			assertThat(visitor.reads("#problem")).isEqualTo("The sign-in server does not answer");
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "down, 503, does not answer, the server there does not answer",
			"metadata, 502, provider_misconfigured, not as this app expects" })
	void disablesOnlyTheButtonOfABrokenProvider(String fault, int status, String problem, String onTheButton) {
		this.other.has(fault);
		awaitStart(status);
		try (Visitor visitor = visitor()) {
			assertThat(SecondApp.chooses(visitor, "other").sees()).contains(problem);
			visitor.goes(SecondApp.at("/"));
			assertThat(visitor.reads("#sign-in-other-problem")).contains(onTheButton);
			assertThat(visitor.finds("#sign-in-other")).isFalse();
			assertThat(visitor.finds("#sign-in")).isTrue();
			mendProvider();
			SecondApp.signsIn(visitor, "other");
		}
	}

	@Test
	void learnsANewKeyOfTheProvider() {
		this.other.has("rotated");
		try (Visitor visitor = visitor()) {
			SecondApp.signsIn(visitor, "other");
		}
	}

	@Test
	void signsHerOutAtTheProviderToo() {
		try (Visitor visitor = visitor()) {
			SecondApp.signsIn(visitor, "other");
			visitor.clicks("#sign-out").clicks("#sign-out-everywhere");
			assertThat(visitor.reads("#signed-out")).contains("You are signed out");
			assertThat(visitor.page().url()).startsWith(SecondApp.at("/"));
			assertThat(SecondApp.chooses(visitor, "other").finds("#username")).as("asked who she is").isTrue();
		}
	}

	@Test
	void endsHerSessionsWhenTheProviderDoes() {
		try (Visitor visitor = visitor(); Visitor elsewhere = visitor()) {
			SecondApp.signsIn(visitor, "other");
			SecondApp.signsIn(elsewhere, "other");
			Page app = visitor.page();
			visitor.using(visitor.newTab()).goes(this.other.address() + "/session/end").clicks("#sign-out-everywhere");
			assertThat(visitor.finds("#signed-out-everywhere")).isTrue();
			assertThat(this.other.ended()).isNotEmpty();
			visitor.using(app).goes(SecondApp.at("/links"));
			assertThat(visitor.finds("#linked-other")).isFalse();
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
			assertThat(SecondApp.isSignedIn(elsewhere)).as("at another browser").isTrue();
		}
	}

	/** Starts sign-ins until one is answered like this. */
	private static void awaitStart(int status) {
		Program program = new Program(URI.create(SecondApp.at("/")));
		Instant end = Instant.now().plus(PATIENCE);
		while (program.get("/oauth2/authorization/other").status() != status) {
			assertThat(Instant.now()).as("waiting for " + status).isBefore(end);
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private static Visitor visitor() {
		return Visitor.known("iris", new Browser.NewContextOptions());
	}

}
