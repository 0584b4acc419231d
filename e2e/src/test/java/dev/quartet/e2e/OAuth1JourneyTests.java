package dev.quartet.e2e;

import com.microsoft.playwright.Browser;
import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets the client application meet a provider of OAuth 1.0a that nobody here wrote. */
@ResourceLock("SecondApp")
class OAuth1JourneyTests {

	@BeforeEach
	void skipWithoutNode() {
		NodePackages.required();
	}

	@Test
	void meetsAProviderThatVerifiesSignatures() {
		try (OAuth1Provider provider = new OAuth1Provider()) {
			Program stranger = new Program(provider.address());
			String wrong = "OAuth oauth_consumer_key=\"quartet%20app\", oauth_signature_method=\"HMAC-SHA1\","
					+ " oauth_timestamp=\"1\", oauth_nonce=\"1\", oauth_signature=\"AAAA\"";
			assertThat(stranger.post("/oauth/request_token", "").status()).isEqualTo(401);
			assertThat(stranger.post("/oauth/request_token", "", "Authorization", wrong).status()).isEqualTo(401);
			Answer page = stranger.get("/oauth/authenticate?oauth_token=unknown");
			assertThat(page.status()).isEqualTo(401);
			assertThat(provider.refusals()).containsExactly("401 none /oauth/request_token",
					"401 signature_invalid /oauth/request_token", "401 token_rejected /oauth/authenticate");
		}
	}

	@Test
	void signsHerInWithOneWhoseSignaturesAreVerified() {
		try (Visitor visitor = Visitor.known("bob", new Browser.NewContextOptions())) {
			SecondApp.signsIn(visitor, "older");
			assertThat(visitor.sees()).contains("Bob Archer");
			visitor.goes(SecondApp.at("/profile"));
			assertThat(visitor.reads("#claim-sub")).isEqualTo("1001-bob");
			visitor.clicks("#sign-out");
			assertThat(visitor.reads("#signed-out")).contains("You are signed out");
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
		}
	}

	@Test
	void tellsHerThatShePreferredNotTo() {
		try (Visitor visitor = Visitor.known("bob", new Browser.NewContextOptions())) {
			SecondApp.chooses(visitor, "older").clicks("#deny");
			assertThat(visitor.reads("#reason")).isEqualTo("access_denied");
			assertThat(SecondApp.isSignedIn(visitor)).isFalse();
		}
	}

}
