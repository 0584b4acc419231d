package dev.quartet.app.fakes;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.quartet.app.fakes.Browser.Page;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Holds the providers of every kind: {@code quartet} answers in the address, {@code form}
 * by a form, {@code hub} speaks plain OAuth 2.0 and {@code bird} OAuth 1.0a.
 */
public final class Neighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	public static final TestClock CLOCK = new TestClock();

	public static final FakeProvider QUARTET = new FakeProvider(CLOCK);

	public static final FakeProvider FORM = new FakeProvider(CLOCK);

	public static final FakeHub HUB = new FakeHub();

	public static final FakeOAuth1Provider BIRD = new FakeOAuth1Provider(CLOCK);

	public static final FakeApi API = new FakeApi(QUARTET);

	public static final String CALLBACK = "/login/oauth2/code/";

	private static final int PORT = FakeServer.freePort();

	public static final String APP = "http://localhost:" + PORT;

	/** Puts everything in order before a test. */
	public static void reset() {
		for (FakeProvider provider : List.of(QUARTET, FORM)) {
			provider.faults = new Faults();
			// Another address of the keys: nobody has looked there yet.
			provider.faults.keys = "?for=" + UUID.randomUUID();
			provider.keyLookUps.set(0);
			provider.secrets.clear();
			provider.revoked.clear();
			provider.start();
		}
		HUB.behave();
		HUB.start();
		BIRD.behave();
		BIRD.start();
		API.clear();
		API.start();
		// Look-ups of the providers are shared for a second.
		CLOCK.forward(Duration.ofSeconds(5));
	}

	public static String start(String provider) {
		return "/oauth2/authorization/" + provider;
	}

	/** Signs in as a person does, whatever the kind. */
	public static Page signIn(Browser browser, String provider) {
		return goOn(browser, browser.get(start(provider)));
	}

	/** Links as a person does who is signed in. */
	public static Page link(Browser browser, String provider) {
		return goOn(browser, browser.get(leaveToLink(browser, provider)));
	}

	/** Where a person is sent who links a provider. */
	public static String leaveToLink(Browser browser, String provider) {
		return browser.submit(browser.get("/links"), "form:has(#link-" + provider + ")", Map.of())
			.document()
			.expectFirst("#leave")
			.attr("href");
	}

	/**
	 * Posts the form that a provider shows: from its site, so without any of our cookies.
	 */
	public static Page posted(Page form) {
		return new Browser(APP).submit(form, "#answer", Map.of());
	}

	private static Page goOn(Browser browser, Page first) {
		Page page = browser.follow(first);
		return page.has("#answer") ? browser.follow(posted(page)) : page;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		List<String> settings = new ArrayList<>(
				List.of("server.port=" + PORT, "quartet.app.url=" + APP, "quartet.provider.issuer=" + QUARTET.url(),
						"quartet.provider.client-secret=" + FakeProvider.CLIENT_SECRET, "quartet.api.url=" + API.url(),
						"spring.datasource.url=jdbc:h2:mem:many;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
								+ "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
		settings.addAll(entry("form", "kind=oidc", "issuer=" + FORM.url(), "response-mode=form_post",
				"client-id=" + FakeProvider.CLIENT_ID, "client-secret=" + FakeProvider.CLIENT_SECRET));
		settings.addAll(entry("hub", "kind=oauth2", "authorize-url=" + HUB.url() + FakeHub.AUTHORIZE,
				"access-token-url=" + HUB.url() + FakeHub.TOKEN, "profile-url=" + HUB.url() + FakeHub.ME,
				"client-id=" + FakeHub.CLIENT_ID, "client-secret=" + FakeHub.CLIENT_SECRET,
				"client-authentication=client_secret_post", "scope=read", "profile.subject=data.id",
				"profile.name=data.profile.name", "profile.username=data.profile.login", "profile.email=data.email"));
		settings.addAll(entry("bird", "kind=oauth1", "request-token-url=" + BIRD.url() + FakeOAuth1Provider.ASK,
				"authorize-url=" + BIRD.url() + "/oauth/authenticate",
				"access-token-url=" + BIRD.url() + FakeOAuth1Provider.REDEEM, "api-base-url=" + BIRD.url() + "/1.1/",
				"profile-url=account/verify_credentials.json?skip_status=true",
				"client-id=" + FakeOAuth1Provider.CONSUMER_KEY, "client-secret=" + FakeOAuth1Provider.CONSUMER_SECRET,
				"signature-method=HMAC-SHA256", "profile.subject=id_str", "profile.name=name",
				"profile.username=screen_name"));
		TestPropertyValues.of(settings).applyTo(context);
	}

	private static List<String> entry(String name, String... settings) {
		return List.of(settings).stream().map((setting) -> "quartet.providers." + name + "." + setting).toList();
	}

	/** Lets tests put the clock forward. */
	@TestConfiguration(proxyBeanMethods = false)
	public static class Clocks {

		@Bean
		@Primary
		Clock testClock() {
			return CLOCK;
		}

	}

}
