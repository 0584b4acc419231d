package dev.quartet.app.provider;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts without a client secret and signs nobody in. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "quartet.provider.client-secret=")
class NotConfiguredWebTests {

	@LocalServerPort
	private int port;

	@Test
	void refusesToStartASignIn() {
		Page page = new Browser("http://localhost:" + this.port).get("/oauth2/authorization/quartet");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("Sign-in is not set up yet");
	}

	@Test
	void keepsTheSecretOutOfItsText() {
		assertThat(new ProviderSettings("https://id.example", "app", "hush")).asString().doesNotContain("hush");
	}

}
