package dev.quartet.app.signin;

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

/** Looks after providers that are down at the start. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "quartet.provider-probe=true", "GITHUB_CLIENT_ID=id", "GITHUB_CLIENT_SECRET=hush" })
class DownWebTests {

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
	void disablesItsButtonAndNoOtherUntilItIsBack() {
		await().until(() -> home().has("#sign-in-problem"));
		assertThat(home().text("#sign-in-problem")).contains("does not answer");
		assertThat(home().has("#sign-in-github")).isTrue();

		PROVIDER.faults.metadataIssuer = "https://evil.example";
		PROVIDER.start();
		await().until(() -> home().text("#choices").contains("not as this app expects"));
		assertThat(home().has("#sign-in-github")).isTrue();

		PROVIDER.faults.metadataIssuer = null;
		await().until(() -> home().has("#sign-in"));
		assertThat(home().has("#sign-in-problem")).isFalse();
	}

	private Page home() {
		return new Browser("http://localhost:" + this.port).get("/");
	}

}
