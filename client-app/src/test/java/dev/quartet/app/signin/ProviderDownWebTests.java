package dev.quartet.app.signin;

import java.time.Duration;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeProvider;
import dev.quartet.app.fakes.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts before the authorization server does, and finds it later. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProviderDownWebTests {

	private static final FakeProvider PROVIDER = new FakeProvider(new TestClock());

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("quartet.provider.issuer", PROVIDER::url);
		registry.add("quartet.provider.client-secret", () -> FakeProvider.CLIENT_SECRET);
	}

	@AfterEach
	void stop() {
		PROVIDER.stop();
	}

	@Test
	void startsWithoutTheServerAndRecoversWithoutRestart() {
		Browser browser = new Browser("http://localhost:" + this.port);
		assertThat(browser.open("/").has("#sign-in")).isTrue();
		Page down = browser.get("/oauth2/authorization/quartet");
		assertThat(down.status()).isEqualTo(503);
		assertThat(down.heading()).isEqualTo("The sign-in server does not answer");

		PROVIDER.faults.metadataIssuer = "https://evil.example";
		PROVIDER.start();
		await().pollDelay(Duration.ofMillis(1100))
			.until(() -> browser.get("/oauth2/authorization/quartet").status() == 502);

		PROVIDER.faults.metadataIssuer = null;
		await().until(() -> browser.get("/oauth2/authorization/quartet").isRedirect());
		assertThat(browser.get("/oauth2/authorization/quartet").location()).startsWith(PROVIDER.url());
	}

}
