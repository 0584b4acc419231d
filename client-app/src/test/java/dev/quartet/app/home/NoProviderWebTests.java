package dev.quartet.app.home;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts without any provider and says how to add one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "quartet.provider.client-secret=")
class NoProviderWebTests {

	@LocalServerPort
	private int port;

	@Test
	void saysWhichLinesToPutIntoTheFile() {
		Page home = new Browser("http://localhost:" + this.port).get("/");
		assertThat(home.status()).isEqualTo(200);
		assertThat(home.document().select("[id^=sign-in]")).isEmpty();
		assertThat(home.text("#configure")).contains(".env");
		assertThat(home.document().select("#configure pre").eachText()).hasSize(4);
		assertThat(home.document().select("#configure pre").stream().map((lines) -> lines.wholeText()))
			.containsExactly("""
					QUARTET_ISSUER=http://localhost:9000
					QUARTET_APP_CLIENT_ID=quartet-app
					QUARTET_APP_CLIENT_SECRET=<the secret the server knows this app by>
					# redirect URI: http://localhost:8080/login/oauth2/code/quartet""", """
					EXAMPLE_CLIENT_ID=<the name the server knows this app by>
					EXAMPLE_CLIENT_SECRET=<the secret the server knows this app by>
					EXAMPLE_SERVER_METADATA_URL=https://id.example/.well-known/openid-configuration
					# redirect URI: http://localhost:8080/login/oauth2/code/example""", """
					GOOGLE_CLIENT_ID=<the name the server knows this app by>
					GOOGLE_CLIENT_SECRET=<the secret the server knows this app by>
					# redirect URI: http://localhost:8080/login/oauth2/code/google""", """
					TWITTER_CLIENT_ID=<the consumer key>
					TWITTER_CLIENT_SECRET=<the consumer secret>
					# redirect URI: http://localhost:8080/login/oauth1/callback/twitter""");
	}

}
