package dev.quartet.app.logout;

import java.util.UUID;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Ends sessions from a frame of the provider (Front-Channel Logout 1.0 §2). */
@ManyProviders
class FrontChannelWebTests {

	private static final String ADDRESS = "/logout/frontchannel/quartet";

	private final Browser browser = new Browser(Neighbours.APP);

	private final String sid = "sid-" + UUID.randomUUID();

	@BeforeEach
	void signIn() {
		Neighbours.reset();
		Neighbours.QUARTET.faults.sid = this.sid;
		Neighbours.signIn(this.browser, "quartet");
	}

	@Test
	void endsTheSessionWithoutItsCookie() {
		Page page = frame("?iss=" + Neighbours.QUARTET.url() + "&sid=" + this.sid);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(isSignedIn()).isFalse();
	}

	@Test
	void endsNoOtherSession() {
		assertThat(frame("?iss=" + Neighbours.QUARTET.url() + "&sid=other").status()).isEqualTo(200);
		assertThat(isSignedIn()).isTrue();
	}

	@Test
	void mayBeFramedByTheProvidersOnly() {
		Page page = frame("?iss=" + Neighbours.QUARTET.url() + "&sid=other");
		assertThat(page.headers().allValues("X-Frame-Options")).isEmpty();
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
			.endsWith("frame-ancestors " + Neighbours.QUARTET.url() + " " + Neighbours.FORM.url());
		assertThat(this.browser.get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("frame-ancestors 'none'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?iss=https://evil.example&sid=", "?sid=" })
	void refusesWithoutTheRightIssuer(String query) {
		assertRefused(frame(query + this.sid));
	}

	@Test
	void refusesTheIssuerOfAnotherProvider() {
		assertRefused(frame("?iss=" + Neighbours.FORM.url() + "&sid=" + this.sid));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&sid=", "&sid=%20" })
	void refusesWithoutASession(String query) {
		assertRefused(frame("?iss=" + Neighbours.QUARTET.url() + query));
	}

	private void assertRefused(Page page) {
		assertThat(page.status()).isEqualTo(400);
		assertThat(isSignedIn()).isTrue();
	}

	private boolean isSignedIn() {
		return this.browser.get("/profile").status() == 200;
	}

	private static Page frame(String query) {
		return new Browser(Neighbours.APP).get(ADDRESS + query);
	}

}
