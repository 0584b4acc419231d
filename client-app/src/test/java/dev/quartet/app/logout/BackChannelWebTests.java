package dev.quartet.app.logout;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Ends sessions when a logout token is right (Back-Channel Logout 1.0 §2.6). */
@ManyProviders
class BackChannelWebTests {

	private static final String ADDRESS = "/logout/backchannel/quartet";

	private final Browser browser = new Browser(Neighbours.APP);

	private final Browser second = new Browser(Neighbours.APP);

	private final String sid = "sid-" + UUID.randomUUID();

	private final String subject = "somebody-" + UUID.randomUUID();

	@BeforeEach
	void signIn() {
		Neighbours.reset();
		Neighbours.QUARTET.faults.subject = this.subject;
		Neighbours.QUARTET.faults.sid = "sid-" + UUID.randomUUID();
		Neighbours.signIn(this.second, "quartet");
		Neighbours.QUARTET.faults.sid = this.sid;
		Neighbours.signIn(this.browser, "quartet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "logout+jwt", "JWT", "application/logout+jwt" })
	void endsTheNamedSessionOnly(String type) {
		Page page = post(Neighbours.QUARTET.logoutToken(type, (claims) -> claims.claim("sid", this.sid)));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(isSignedIn(this.browser)).isFalse();
		assertThat(isSignedIn(this.second)).isTrue();
	}

	@Test
	void endsAllSessionsOfThePerson() {
		Browser third = new Browser(Neighbours.APP);
		Neighbours.QUARTET.faults.subject = "somebody-" + UUID.randomUUID();
		Neighbours.signIn(third, "quartet");
		assertThat(post(token((claims) -> claims.subject(this.subject))).status()).isEqualTo(200);
		assertThat(isSignedIn(this.browser)).isFalse();
		assertThat(isSignedIn(this.second)).isFalse();
		assertThat(isSignedIn(third)).isTrue();
	}

	@Test
	void endsNothingWhenPersonAndSessionDoNotBelongTogether() {
		assertThat(post(token((claims) -> claims.subject("other").claim("sid", this.sid))).status()).isEqualTo(200);
		assertThat(isSignedIn(this.browser)).isTrue();
	}

	@Test
	void endsNoSessionThatBeganLater() {
		assertThat(post(token((claims) -> claims.subject(this.subject).issueTime(in(-120)))).status()).isEqualTo(200);
		assertThat(isSignedIn(this.browser)).isTrue();
	}

	@Test
	void endsNoSessionOfAnotherProvider() {
		Neighbours.FORM.faults.sid = this.sid;
		Neighbours.FORM.faults.subject = this.subject;
		Neighbours.signIn(this.second, "form");
		post(token((claims) -> claims.subject(this.subject).claim("sid", this.sid)));
		assertThat(isSignedIn(this.second)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("wrongClaims")
	void refusesATokenWithWrongClaims(String reason, Consumer<JWTClaimsSet.Builder> claims) {
		assertRefused(reason, post(token((all) -> {
			all.claim("sid", this.sid).subject(this.subject);
			claims.accept(all);
		})));
	}

	static Stream<Arguments> wrongClaims() {
		return Stream.of(wrong("logout_token_audience", (claims) -> claims.audience("other-app")),
				wrong("logout_token_issuer", (claims) -> claims.issuer("https://evil.example")),
				wrong("logout_token_issuer", (claims) -> claims.issuer(null)),
				wrong("logout_token_event", (claims) -> claims.claim("events", null)),
				wrong("logout_token_event", (claims) -> claims.claim("events", Map.of("other", Map.of()))),
				wrong("logout_token_event",
						(claims) -> claims.claim("events",
								List.of("http://schemas.openid.net/event/backchannel-logout"))),
				wrong("logout_token_nonce", (claims) -> claims.claim("nonce", "n")),
				wrong("logout_token_jti", (claims) -> claims.jwtID(null)),
				wrong("logout_token_subject", (claims) -> claims.subject(null).claim("sid", null)),
				wrong("logout_token_subject", (claims) -> claims.subject("nul\t")),
				wrong("logout_token_session", (claims) -> claims.claim("sid", List.of("sid"))),
				wrong("logout_token_session", (claims) -> claims.claim("sid", "s".repeat(301))),
				wrong("logout_token_session", (claims) -> claims.claim("sid", "nul\t")),
				wrong("logout_token_issued_at", (claims) -> claims.issueTime(in(-310))),
				wrong("logout_token_issued_at", (claims) -> claims.issueTime(in(90))),
				wrong("logout_token_issued_at", (claims) -> claims.issueTime(null)),
				wrong("logout_token_expired", (claims) -> claims.expirationTime(null)),
				wrong("logout_token_expired", (claims) -> claims.expirationTime(in(-90))));
	}

	@Test
	void refusesAnUnsignedToken() {
		assertRefused("id_token_algorithm", post(
				new PlainJWT(new JWTClaimsSet.Builder().issuer(Neighbours.QUARTET.url()).claim("sid", this.sid).build())
					.serialize()));
	}

	@Test
	void refusesATokenSignedByAnotherKey() {
		Neighbours.QUARTET.faults.otherKey = true;
		assertRefused("id_token_signature", post(token((claims) -> claims.claim("sid", this.sid))));
	}

	@Test
	void refusesATokenOfAnotherProvider() {
		Neighbours.FORM.faults.keyId = "k1";
		assertRefused("id_token_signature", post(Neighbours.FORM
			.logoutToken((claims) -> claims.claim("sid", this.sid).issuer(Neighbours.QUARTET.url()))));
	}

	@Test
	void refusesAnIdToken() {
		Neighbours.QUARTET.secrets.stream()
			.filter((secret) -> secret.startsWith("eyJ"))
			.forEach((idToken) -> assertRefused("logout_token_jti", post(idToken)));
	}

	@Test
	void refusesAnAccessToken() {
		assertRefused("id_token_type",
				post(Neighbours.QUARTET.logoutToken("at+jwt", (claims) -> claims.claim("sid", this.sid))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a.b.c", "eyJhbGciOiJub25lIn0.." })
	void refusesGarbage(String garbage) {
		Page page = post(garbage);
		assertRefused(page);
	}

	@Test
	void refusesAMissingToken() {
		assertRefused("logout_token_missing", new Browser(Neighbours.APP).post(ADDRESS, Map.of()));
	}

	@Test
	void refusesTwoTokens() {
		String token = token((claims) -> claims.claim("sid", this.sid));
		assertRefused("logout_token_missing",
				new Browser(Neighbours.APP).post(ADDRESS, Map.of("logout_token=" + token + "&logout_token", token)));
	}

	@Test
	void refusesATokenInTheAddress() {
		String token = token((claims) -> claims.claim("sid", this.sid));
		assertRefused("logout_token_missing",
				new Browser(Neighbours.APP).post(ADDRESS + "?logout_token=" + token, Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "other", "hub", "bird" })
	void refusesForProvidersThatHaveNoLogoutTokens(String name) {
		String token = token((claims) -> claims.claim("sid", this.sid));
		assertRefused("provider_unknown",
				new Browser(Neighbours.APP).post("/logout/backchannel/" + name, Map.of("logout_token", token)));
	}

	@Test
	void asksToTryAgainWhenTheKeysCannotBeHad() {
		Neighbours.QUARTET.faults.keys = "?for=" + UUID.randomUUID();
		Neighbours.CLOCK.forward(Duration.ofSeconds(2));
		new Browser(Neighbours.APP).get(Neighbours.start("quartet"));
		Neighbours.QUARTET.stop();
		String token = token((claims) -> claims.claim("sid", this.sid));
		for (int count = 0; count < 4; count++) {
			assertThat(post(token).status()).isEqualTo(503);
		}
		Neighbours.QUARTET.start();
		assertThat(isSignedIn(this.browser)).isTrue();
	}

	private static String token(Consumer<JWTClaimsSet.Builder> claims) {
		return Neighbours.QUARTET.logoutToken(claims);
	}

	private static Page post(String token) {
		return new Browser(Neighbours.APP).post(ADDRESS, Map.of("logout_token", token));
	}

	private static boolean isSignedIn(Browser browser) {
		return browser.get("/profile").status() == 200;
	}

	private void assertRefused(String reason, Page page) {
		assertRefused(page);
		assertThat(page.body()).contains("\"error_description\":\"" + reason + "\"");
	}

	private void assertRefused(Page page) {
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("\"error\":\"invalid_request\"");
		assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
		assertThat(isSignedIn(this.browser)).isTrue();
	}

	private static Arguments wrong(String reason, Consumer<JWTClaimsSet.Builder> claims) {
		return arguments(reason, claims);
	}

	private static Date in(long seconds) {
		return Date.from(Neighbours.CLOCK.instant().plusSeconds(seconds));
	}

}
