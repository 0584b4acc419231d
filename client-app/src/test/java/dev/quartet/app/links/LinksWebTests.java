package dev.quartet.app.links;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Links accounts to the person who proves that they are hers, and to nobody else. */
@ManyProviders
class LinksWebTests {

	private final Browser browser = new Browser(Neighbours.APP);

	private final Browser other = new Browser(Neighbours.APP);

	@BeforeEach
	void signInAsSomebodyNew() {
		Neighbours.reset();
		somebodyElse();
		Neighbours.HUB.subject = UUID.randomUUID().getMostSignificantBits() >>> 1;
		Neighbours.BIRD.subject = UUID.randomUUID().toString();
		Neighbours.signIn(this.browser, "quartet");
	}

	@Test
	void letsTheSamePersonInByEachLinkedAccount() {
		assertThat(Neighbours.link(this.browser, "hub").address()).hasPath("/links");
		Neighbours.link(this.browser, "bird");
		assertThat(linked(this.browser)).containsExactly("linked-quartet", "linked-hub", "linked-bird");
		for (String provider : List.of("hub", "bird", "quartet")) {
			Browser next = new Browser(Neighbours.APP);
			Neighbours.signIn(next, provider);
			assertThat(linked(next)).containsExactly("linked-quartet", "linked-hub", "linked-bird");
		}
	}

	@Test
	void callsTheApiWithTheLinkedAccount() {
		Neighbours.link(this.browser, "hub");
		assertThat(Neighbours.signIn(this.other, "hub").text("#call-answer")).startsWith("Hello, alice!");
	}

	@Test
	void takesNoAccountFromAnotherPerson() {
		Neighbours.signIn(this.other, "hub");
		Page refused = Neighbours.link(this.browser, "hub");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.heading()).isEqualTo("This account belongs to somebody else here");
		assertThat(linked(this.browser)).containsExactly("linked-quartet");
		assertThat(linked(this.other)).containsExactly("linked-hub");
	}

	@Test
	void neverLinksByTheSameEmailAddress() {
		Neighbours.signIn(this.other, "hub");
		assertThat(this.other.get("/links").text("#linked-hub")).contains("alice@quartet.example", "not verified");
		assertThat(linked(this.other)).containsExactly("linked-hub");
	}

	@Test
	void givesTheTokensOfAnUnlinkedAccountBack() {
		Neighbours.link(this.browser, "hub");
		unlink(this.browser.get("/links"), "quartet");
		await()
			.untilAsserted(() -> assertThat(Neighbours.QUARTET.revoked).anyMatch((token) -> token.startsWith("rt-")));
	}

	@Test
	void unlinks() {
		Neighbours.link(this.browser, "hub");
		Page page = this.browser.follow(unlink(this.browser.get("/links"), "hub"));
		assertThat(page.text("#changed")).isEqualTo("The account is unlinked.");
		assertThat(linked(this.browser)).containsExactly("linked-quartet");
		Neighbours.signIn(this.other, "hub");
		assertThat(linked(this.other)).containsExactly("linked-hub");
	}

	@Test
	void endsTheOtherSessionsOfAnUnlinkedAccount() {
		Neighbours.link(this.browser, "hub");
		Neighbours.signIn(this.other, "hub");
		unlink(this.browser.get("/links"), "hub");
		assertThat(this.other.get("/").has("#sign-out")).isFalse();
		assertThat(this.browser.get("/").has("#sign-out")).isTrue();
	}

	@Test
	void keepsTheLastAccount() {
		Neighbours.link(this.browser, "hub");
		Page both = this.browser.get("/links");
		unlink(both, "hub");
		unlink(both, "quartet");
		assertThat(linked(this.browser)).containsExactly("linked-quartet");
		assertThat(this.browser.get("/links").has("#unlink-quartet")).isFalse();
	}

	@Test
	void keepsOneWhenTheLastTwoAreUnlinkedAtOnce() throws InterruptedException, ExecutionException {
		Neighbours.link(this.browser, "hub");
		Page both = this.browser.get("/links");
		ExecutorService tabs = Executors.newFixedThreadPool(2);
		try {
			List<Callable<Page>> clicks = List.of(() -> unlink(both, "hub"), () -> unlink(both, "quartet"));
			for (Future<Page> click : tabs.invokeAll(clicks)) {
				assertThat(click.get().isRedirect()).isTrue();
			}
		}
		finally {
			tabs.shutdownNow();
		}
		assertThat(linked(this.browser)).hasSize(1);
	}

	@Test
	void unlinksNobodyElsesAccount() {
		Neighbours.link(this.browser, "hub");
		Page own = this.browser.get("/links");
		somebodyElse();
		Neighbours.signIn(this.other, "quartet");
		String token = this.other.get("/links").document().expectFirst("input[name=_csrf]").val();
		this.other.post(own.document().expectFirst("form:has(#unlink-hub)").attr("action"), Map.of("_csrf", token));
		assertThat(linked(this.browser)).containsExactly("linked-quartet", "linked-hub");
	}

	@Test
	void refusesALinkThatAnotherBrowserFinishes() {
		Page answer = this.browser.get(Neighbours.leaveToLink(this.browser, "hub"));
		somebodyElse();
		Neighbours.signIn(this.other, "quartet");
		assertThat(this.other.get(answer.location()).status()).isEqualTo(400);
		assertThat(linked(this.other)).containsExactly("linked-quartet");
	}

	@Test
	void refusesALinkThatAnotherPersonFinishesInTheSameBrowser() {
		Page answer = this.browser.get(Neighbours.leaveToLink(this.browser, "hub"));
		this.browser.submit(this.browser.get("/"), "form.out", Map.of());
		somebodyElse();
		Neighbours.signIn(this.browser, "quartet");
		assertOtherSession(this.browser.get(answer.location()));
		assertThat(linked(this.browser)).containsExactly("linked-quartet");
	}

	@Test
	void refusesALinkThatIsFinishedAfterTheSignOut() {
		Page answer = this.browser.get(Neighbours.leaveToLink(this.browser, "bird"));
		this.browser.submit(this.browser.get("/"), "form.out", Map.of());
		assertOtherSession(this.browser.get(answer.location()));
		assertThat(this.browser.get("/").has("#sign-out")).isFalse();
	}

	@Test
	void refusesToLinkWithoutTheFormsToken() {
		assertThat(this.browser.post("/links/hub", Map.of()).status()).isEqualTo(403);
		assertThat(this.browser.get("/links/hub").isRedirect()).isFalse();
	}

	@Test
	void offersToGoBackToTheAccountsWhenALinkIsDenied() {
		String state = Neighbours.leaveToLink(this.browser, "hub").replaceFirst(".*[?&]state=([^&]*).*", "$1");
		Page denied = this.browser.get(Neighbours.CALLBACK + "hub?error=access_denied&state=" + state);
		assertThat(denied.document().expectFirst("#way-out").attr("href")).isEqualTo("/links");
	}

	private static void somebodyElse() {
		Neighbours.QUARTET.faults.subject = "somebody-" + UUID.randomUUID();
	}

	private Page unlink(Page page, String provider) {
		return this.browser.submit(page, "form:has(#unlink-" + provider + ")", Map.of());
	}

	private static List<String> linked(Browser browser) {
		return browser.get("/links").document().select("#linked > li").eachAttr("id");
	}

	private static void assertOtherSession(Page page) {
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("#reason")).isEqualTo("link_of_other_session");
	}

}
