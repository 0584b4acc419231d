package dev.quartet.app.signin;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs people in as a browser does it, in one tab and in several. */
@RunningApp
class SignInWebTests {

	private static final String START = "/oauth2/authorization/quartet";

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void reset() {
		World.reset();
	}

	@Test
	void signsInAndCallsTheApi() {
		Page home = this.browser.open(START);
		assertThat(home.address()).hasPath("/");
		assertThat(home.text("#call-answer")).isEqualTo("Hello, alice! This is a protected route.");
		assertThat(home.text(".who")).isEqualTo("Alice Archer");
	}

	@Test
	void signsInAgainAfterTwelveHours() {
		this.browser.open(START);
		World.CLOCK.forward(Duration.ofHours(11));
		assertThat(this.browser.get("/").has("#sign-out")).isTrue();
		World.CLOCK.forward(Duration.ofHours(2));
		assertThat(this.browser.get("/").has("#sign-out")).isFalse();
		assertThat(this.browser.get("/profile").status()).isEqualTo(302);
	}

	@Test
	void asksWithPkceStateNonceAndTheRegisteredAddress() {
		assertThat(this.browser.get(START).location()).startsWith(World.PROVIDER.url() + "/oauth2/authorize?")
			.contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=",
					"redirect_uri=" + encoded(World.APP + "/login/oauth2/code/quartet"),
					"scope=openid%20profile%20email%20notes%3Aread%20notes%3Awrite");
	}

	@Test
	void comesBackToThePageThatWasAskedFor() {
		assertThat(this.browser.open("/notes").address()).hasPath("/notes");
		assertThat(new Browser(World.APP).open("/profile").address()).hasPath("/profile");
	}

	@Test
	void neverComesBackToAnotherHost() {
		assertThat(this.browser.open(START + "?return=//evil.example/").address().toString())
			.isEqualTo(World.APP + "/");
	}

	@Test
	void showsTheClaimsAndNoToken() {
		this.browser.open(START);
		Page profile = this.browser.open("/profile");
		assertThat(profile.text("#claim-name")).isEqualTo("Alice Archer");
		assertThat(profile.text("#claim-preferred_username")).isEqualTo("alice");
		assertThat(profile.text("#claim-email")).isEqualTo("alice@quartet.example");
		assertThat(profile.text("#claim-sub")).isEqualTo("alice");
		assertThat(profile.text("#claim-iss")).isEqualTo(World.PROVIDER.url());
		assertThat(profile.text("#claim-auth_time")).startsWith("less than a minute ago");
		assertThat(profile.text("#access-expiry")).contains("minutes (");
		assertThat(profile.body()).doesNotContain("at-", "rt-", "eyJ");
	}

	@Test
	void leavesNothingButTheSessionInTheBrowser() {
		this.browser.open(START);
		assertThat(this.browser.cookies()).allMatch(HttpCookie::isHttpOnly)
			.extracting(HttpCookie::getName)
			.containsExactly("QUARTET_APP");
	}

	@Test
	void changesTheSessionIdAtSignIn() {
		this.browser.open(START);
		String before = session();
		this.browser.open(START);
		assertThat(session()).isNotEqualTo(before);
	}

	@Test
	void letsTwoTabsSignInAtOnce() {
		Page first = this.browser.get(this.browser.get(START + "?return=/notes").location());
		Page second = this.browser.get(this.browser.get(START + "?return=/profile").location());
		// The second tab comes back first, and the session is signed in and has a new id.
		assertThat(this.browser.follow(second).address()).hasPath("/profile");
		assertThat(this.browser.follow(first).address()).hasPath("/notes");
	}

	@Test
	void letsTwoTabsOfANewBrowserBeginAtOnce() {
		Browser other = new Browser(World.APP);
		Page first = this.browser.get(this.browser.get(START).location());
		Page second = other.get(other.get(START).location());
		this.browser.take(other.cookies());
		assertThat(this.browser.follow(first).has("#sign-out")).isTrue();
		assertThat(this.browser.get(second.location()).isRedirect()).isTrue();
	}

	@Test
	void bindsEachSignInByACookieOfItsOwn() {
		this.browser.get(START);
		this.browser.get(START);
		assertThat(this.browser.cookies()).hasSize(2)
			.allMatch((cookie) -> cookie.isHttpOnly() && cookie.getName().matches("QUARTET_LOGIN_[\\w-]{8}"));
	}

	@Test
	void refusesACallbackUsedTwice() {
		Page answer = this.browser.get(this.browser.get(START).location());
		this.browser.follow(answer);
		Page again = this.browser.get(answer.location());
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.heading()).isEqualTo("This sign-in is not known here");
	}

	@Test
	void refusesACallbackOfAnotherBrowser() {
		Page answer = this.browser.get(this.browser.get(START).location());
		assertThat(new Browser(World.APP).get(answer.location()).status()).isEqualTo(400);
	}

	@Test
	void refusesATamperedState() {
		Page answer = this.browser.get(this.browser.get(START).location());
		Page refused = this.browser.get(answer.location().replace("state=", "state=x"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.document().expectFirst("#way-out").attr("href")).startsWith(START);
	}

	@Test
	void refusesASignInOlderThanAnHour() {
		Page answer = this.browser.get(this.browser.get(START).location());
		World.CLOCK.forward(Duration.ofMinutes(61));
		assertThat(this.browser.get(answer.location()).status()).isEqualTo(400);
	}

	@Test
	void leavesTheSessionOfBeforeBehind() {
		this.browser.open(START);
		HttpCookie planted = (HttpCookie) sessionCookie().clone();
		this.browser.open(START);
		Browser whoPlantedIt = new Browser(World.APP);
		whoPlantedIt.take(List.of(planted));
		assertThat(whoPlantedIt.open("/").has("#sign-in")).isTrue();
		assertThat(this.browser.open("/").has("#sign-out")).isTrue();
	}

	@Test
	void takesNoSessionIdThatItDidNotTag() {
		this.browser.open(START);
		HttpCookie cookie = sessionCookie();
		String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.US_ASCII);
		String untagged = id.substring(0, id.indexOf('.'));
		cookie.setValue(Base64.getEncoder().encodeToString(untagged.getBytes(StandardCharsets.US_ASCII)));
		assertThat(this.browser.open("/").has("#sign-in")).isTrue();
	}

	@Test
	void answersForUnknownProvidersThatThereIsNoSuchPage() {
		assertThat(this.browser.get("/oauth2/authorization/other").status()).isEqualTo(404);
	}

	private HttpCookie sessionCookie() {
		return this.browser.cookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("QUARTET_APP"))
			.findFirst()
			.orElseThrow();
	}

	private String session() {
		return sessionCookie().getValue();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
