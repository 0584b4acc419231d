package dev.quartet.e2e;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a client library that nobody here wrote, oidc-client-ts, sign people in at a page
 * without a server: a public client of another origin, with refresh tokens.
 */
class OidcClientTsJourneyTests {

	/** Reads from what the page knows, once it is there. */
	private static final String KNOWN = "(name) => JSON.parse(document.querySelector('#state')?.textContent || '{}')[name]";

	/** Access tokens live 300 s; the page renews them 3 s after it got one. */
	private static final String SETTINGS = """
			{"authority":"%s","client_id":"%s","accessTokenExpiringNotificationTimeInSeconds":297}""";

	private static final String CLIENT = """
			{"client_name":"Interop on one page","token_endpoint_auth_method":"none",
			"redirect_uris":["%1$s/callback"],"post_logout_redirect_uris":["%1$s/signed-out"],
			"grant_types":["authorization_code","refresh_token"],"scope":"openid profile email"}""";

	private final SinglePage site = new SinglePage();

	private final Visitor visitor = Visitor.known("alice", new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));

	private final TlsAuthServer server = TlsAuthServer.running();

	private final List<String> messages = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	@AfterEach
	void leave() {
		this.visitor.close();
		this.site.close();
	}

	@Test
	void signsHerInRenewsRevokesAndSignsHerOutWithoutAWarning() {
		signIn();
		assertThat(known("version")).isEqualTo(NodePackages.version("oidc-client-ts"));
		assertThat(known("name")).isEqualTo("Alice Liddell");
		assertThat(known("email")).isEqualTo("alice@example.com");
		assertThat(known("renewals")).as("renewed by itself").isEqualTo(1);
		this.visitor.clicks("#stop").clicks("#renew");
		this.visitor.page()
			.waitForFunction("() => document.querySelector('#state').textContent.includes('\"renewals\":2')");
		String token = String.valueOf(known("token"));
		assertThat(userInfo(token)).isEqualTo(200);
		this.visitor.clicks("#revoke");
		assertThat(known("revoked")).isEqualTo(true);
		assertThat(userInfo(token)).isEqualTo(401);
		this.visitor.clicks("#sign-out");
		assertThat(known("returned")).isEqualTo("good bye");
		assertThat(this.messages).anyMatch((message) -> message.contains("[UserManager]"));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void signsHerInThroughAWindowOfItsOwn() {
		signIn();
		Page page = this.visitor.page();
		Page window = page.waitForPopup(() -> this.visitor.clicks("#pop-up"));
		this.visitor.using(window).allows().using(page);
		assertThat(known("poppedUp")).isEqualTo("alice");
		assertThat(this.messages).anyMatch((message) -> message.contains("With parent."));
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void learnsThatSheSignedOutElsewhere() {
		signIn();
		Page page = this.visitor.clicks("#stop").page();
		this.visitor.using(this.visitor.newTab()).goes(this.server.caller().server() + "/").clicks("#sign-out");
		assertThat(this.visitor.sees()).contains("signed out");
		this.visitor.using(page).clicks("#renew");
		assertThat(known("failure")).isEqualTo("invalid_grant");
	}

	private void signIn() {
		String clientId = this.server.caller()
			.postJson("/connect/register", CLIENT.formatted(this.site.origin()), "Authorization",
					"Bearer " + this.server.initialAccessToken())
			.json("client_id");
		this.site.configure(SETTINGS.formatted(this.server.caller().server(), clientId));
		this.visitor.context().onConsoleMessage(this::hear);
		this.visitor.context().onWebError((error) -> this.complaints.add(error.error()));
		this.visitor.goes(this.site.origin());
		known("ready");
		this.visitor.clicks("#sign-in");
		this.visitor.page().waitForSelector("#password");
		this.visitor.obliges("#stop");
		assertThat(known("subject")).isEqualTo("alice");
	}

	private void hear(ConsoleMessage message) {
		this.messages.add(message.text());
		if (List.of("warning", "error").contains(message.type())) {
			this.complaints.add(message.text());
		}
	}

	private Object known(String name) {
		return this.visitor.page().waitForFunction(KNOWN, name).jsonValue();
	}

	private int userInfo(String token) {
		return this.server.caller().get("/userinfo", "Authorization", "Bearer " + token).status();
	}

}
