package dev.quartet.app.signin;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows how long, how often and how many sign-ins are remembered. */
class PendingLoginsTests {

	private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

	private final PendingLogins pending = new PendingLogins();

	@Test
	void keepsSeveralSideBySide() {
		this.pending.add("one", login("one"), NOON);
		this.pending.add("two", login("two"), NOON);
		assertThat(this.pending.take("one", NOON)).map(OAuth2AuthorizationRequest::getState).contains("one");
		assertThat(this.pending.take("two", NOON)).map(OAuth2AuthorizationRequest::getState).contains("two");
	}

	@Test
	void givesASignInOnlyOnce() {
		this.pending.add("one", login("one"), NOON);
		assertThat(this.pending.find("one", NOON)).isPresent();
		assertThat(this.pending.take("one", NOON)).isPresent();
		assertThat(this.pending.take("one", NOON)).isEmpty();
	}

	@Test
	void forgetsAfterAnHour() {
		this.pending.add("one", login("one"), NOON);
		assertThat(this.pending.find("one", NOON.plusSeconds(3599))).isPresent();
		assertThat(this.pending.take("one", NOON.plusSeconds(3600))).isEmpty();
	}

	@Test
	void keepsTheNewestTwenty() {
		for (int number = 0; number < 25; number++) {
			this.pending.add("s" + number, login("s" + number), NOON);
		}
		assertThat(this.pending.find("s4", NOON)).isEmpty();
		assertThat(this.pending.find("s5", NOON)).isPresent();
		assertThat(this.pending.find("s24", NOON)).isPresent();
	}

	@Test
	void knowsNoOtherState() {
		this.pending.add("one", login("one"), NOON);
		assertThat(this.pending.take("One", NOON)).isEmpty();
	}

	private static OAuth2AuthorizationRequest login(String state) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri("https://id.example/authorize")
			.clientId("app")
			.state(state)
			.build();
	}

}
