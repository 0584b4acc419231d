package dev.quartet.app.oidc;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.Faults;
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

/** Refuses ID tokens that break a rule of OpenID Connect Core 1.0 §3.1.3.7. */
@ManyProviders
class IdTokenRulesWebTests {

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@ParameterizedTest
	@MethodSource("brokenClaims")
	void refusesBrokenClaims(String reason, Consumer<JWTClaimsSet.Builder> claims) {
		Neighbours.QUARTET.faults.claims = claims;
		assertRefused(reason);
	}

	static Stream<Arguments> brokenClaims() {
		return Stream.of(broken("id_token_issuer", (claims) -> claims.issuer("http://localhost:1")),
				broken("id_token_issuer", (claims) -> claims.issuer(null)),
				broken("id_token_issuer", (claims) -> claims.issuer(Neighbours.QUARTET.url() + "/")),
				broken("id_token_issuer", (claims) -> claims.issuer(Neighbours.FORM.url())),
				broken("id_token_audience", (claims) -> claims.audience("other-app")),
				broken("id_token_audience", (claims) -> claims.audience((String) null)),
				broken("id_token_authorized_party", (claims) -> claims.audience(List.of("quartet-app", "other"))),
				broken("id_token_authorized_party", (claims) -> claims.claim("azp", "other-app")),
				broken("id_token_subject", (claims) -> claims.subject(null)),
				broken("id_token_subject", (claims) -> claims.subject(" ")),
				broken("id_token_subject", (claims) -> claims.subject("x".repeat(256))),
				broken("id_token_subject", (claims) -> claims.subject("alice\t")),
				broken("id_token_subject", (claims) -> claims.subject("alice\u200b")),
				broken("id_token_session", (claims) -> claims.claim("sid", "s".repeat(301))),
				broken("id_token_session", (claims) -> claims.claim("sid", "one\ttwo")),
				broken("id_token_session", (claims) -> claims.claim("sid", 1)),
				broken("id_token_exp", (claims) -> claims.expirationTime(null)),
				broken("id_token_expired", (claims) -> claims.expirationTime(in(-61))),
				broken("id_token_iat", (claims) -> claims.issueTime(null)),
				broken("id_token_issued_at", (claims) -> claims.issueTime(in(90))),
				broken("id_token_issued_at", (claims) -> claims.issueTime(in(-3_700))),
				broken("id_token_not_before", (claims) -> claims.notBeforeTime(in(90))),
				broken("id_token_nonce", (claims) -> claims.claim("nonce", "other")),
				broken("id_token_nonce", (claims) -> claims.claim("nonce", null)),
				broken("id_token_at_hash", (claims) -> claims.claim("at_hash", "other")));
	}

	@ParameterizedTest
	@MethodSource("brokenSignatures")
	void refusesBrokenSignatures(String reason, Consumer<Faults> fault) {
		fault.accept(Neighbours.QUARTET.faults);
		assertRefused(reason);
	}

	static Stream<Arguments> brokenSignatures() {
		return Stream.of(arguments("id_token_signature", (Consumer<Faults>) (faults) -> faults.otherKey = true),
				arguments("id_token_signature", (Consumer<Faults>) (faults) -> faults.keyId = "made-up"),
				arguments("id_token_algorithm", (Consumer<Faults>) (faults) -> faults.unsigned = true),
				arguments("id_token_algorithm", (Consumer<Faults>) (faults) -> faults.algorithm = "PS256"),
				arguments("id_token_algorithm", (Consumer<Faults>) (faults) -> {
					faults.algorithm = "HS256";
					faults.algorithms = List.of("RS256", "HS256");
				}), arguments("id_token_type", (Consumer<Faults>) (faults) -> faults.idTokenType = "at+jwt"),
				arguments("id_token_type", (Consumer<Faults>) (faults) -> faults.idTokenType = "logout+jwt"),
				arguments("id_token_missing", (Consumer<Faults>) (faults) -> faults.noIdToken = true));
	}

	@ParameterizedTest
	@MethodSource("brokenUserInfo")
	void refusesBrokenUserInfo(String reason, int status, String body) {
		Neighbours.QUARTET.faults.userinfoStatus = status;
		Neighbours.QUARTET.faults.userinfo = body;
		assertRefused(reason);
	}

	static Stream<Arguments> brokenUserInfo() {
		return Stream.of(arguments("userinfo_subject", 200, "{\"sub\":\"mallory\",\"name\":\"Mallory\"}"),
				arguments("userinfo_subject", 200, "{\"name\":\"Nobody\"}"),
				arguments("userinfo_subject", 200, "[{\"sub\":\"alice\"}]"), arguments("userinfo_subject", 200, "null"),
				arguments("userinfo_subject", 200, "<html>"), arguments("userinfo_refused", 401, "{}"),
				arguments("answer_too_large", 200, "{\"sub\":\"alice\",\"name\":\"" + "a".repeat(300_000) + "\"}"));
	}

	@Test
	void saysWhenTheUserInfoIsDown() {
		Neighbours.QUARTET.faults.userinfoStatus = 500;
		assertThat(Neighbours.signIn(this.browser, "quartet").status()).isEqualTo(503);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS256", "PS256", "ES256" })
	void acceptsTheAlgorithmsThatTheProviderLists(String algorithm) {
		Neighbours.QUARTET.faults.algorithm = algorithm;
		Neighbours.QUARTET.faults.algorithms = List.of(algorithm);
		assertSignedIn();
	}

	@Test
	void acceptsSeveralAudiencesWithUsAsTheAuthorizedParty() {
		Neighbours.QUARTET.faults.claims = (claims) -> claims.audience(List.of("other", "quartet-app"))
			.claim("azp", "quartet-app");
		assertSignedIn();
	}

	@Test
	void acceptsATokenWithoutAtHash() {
		Neighbours.QUARTET.faults.claims = (claims) -> claims.claim("at_hash", null);
		assertSignedIn();
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, Long.MAX_VALUE })
	void ignoresAnAbsurdTime(long time) {
		Neighbours.QUARTET.faults.claims = (claims) -> claims.claim("auth_time", time);
		assertSignedIn();
	}

	@Test
	void acceptsATokenWithoutKeyId() {
		Neighbours.QUARTET.faults.keyId = "";
		assertSignedIn();
	}

	@Test
	void acceptsMetadataWithEmptyMembers() {
		Neighbours.QUARTET.faults.metadataWithNull = true;
		assertSignedIn();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void picksUpARotatedKey(boolean keepOld) {
		assertSignedIn();
		Neighbours.QUARTET.rotateKeys(keepOld);
		assertSignedIn();
		assertThat(Neighbours.QUARTET.keyLookUps).hasValue(2);
	}

	@Test
	void looksForForgedKeysTwiceAtMost() {
		assertSignedIn();
		for (int count = 0; count < 50; count++) {
			Neighbours.QUARTET.faults.keyId = "forged-" + count;
			assertThat(Neighbours.signIn(this.browser, "quartet").has("#problem")).isTrue();
		}
		assertThat(Neighbours.QUARTET.keyLookUps.get()).isBetween(1, 3);
		Neighbours.QUARTET.faults.keyId = null;
		assertSignedIn();
	}

	@Test
	void keepsTheKnownKeysWhileTheirAddressIsDown() {
		assertSignedIn();
		Neighbours.QUARTET.faults.keysDown = true;
		Neighbours.QUARTET.faults.keyId = "forged";
		assertThat(Neighbours.signIn(new Browser(Neighbours.APP), "quartet").has("#problem")).isTrue();
		Neighbours.QUARTET.faults.keyId = null;
		assertSignedIn();
	}

	@Test
	void saysWhenTheKeysWereNeverToBeHad() {
		Neighbours.QUARTET.faults.keysDown = true;
		Page page = Neighbours.signIn(this.browser, "quartet");
		assertThat(page.status()).isEqualTo(503);
	}

	private static void assertSignedIn() {
		assertThat(Neighbours.signIn(new Browser(Neighbours.APP), "quartet").text(".who")).isEqualTo("Alice Archer");
	}

	private void assertRefused(String reason) {
		Page page = Neighbours.signIn(this.browser, "quartet");
		assertThat(page.status()).isEqualTo(502);
		assertThat(page.text("#reason")).isEqualTo(reason);
		assertThat(this.browser.get("/").has("#sign-in")).isTrue();
	}

	private static Arguments broken(String reason, Consumer<JWTClaimsSet.Builder> claims) {
		return arguments(reason, claims);
	}

	private static Date in(long seconds) {
		Instant now = Neighbours.CLOCK.instant();
		return Date.from(now.plusSeconds(seconds));
	}

}
