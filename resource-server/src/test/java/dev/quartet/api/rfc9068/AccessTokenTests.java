package dev.quartet.api.rfc9068;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9068 §2 and §4: which JWTs are access tokens for this API. */
@ApiTest
class AccessTokenTests {

	private final ApiClient api;

	AccessTokenTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void acceptsAPersonsToken() {
		Answer answer = api.get("/protected", alice().mint());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"message\":\"Hello, alice! This is a protected route.\"}");
	}

	@Test
	void acceptsAMachinesToken() {
		Answer answer = api.get("/protected", TestToken.machine("quartet-machine").mint());
		assertThat(answer.text("message")).isEqualTo("Hello, quartet-machine! This is a protected route.");
	}

	@Test
	void greetsWithTheSubjectWhenTheNameWasNotGranted() {
		Answer answer = api.get("/protected", alice().without("preferred_username").with("sub", "person-7").mint());
		assertThat(answer.text("message")).startsWith("Hello, person-7!");
	}

	@ParameterizedTest
	@ValueSource(strings = { "at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt" })
	void acceptsTheTypeInAnySpelling(String type) {
		accepts(alice().typed(type));
	}

	@Test
	void refusesAnIdToken() {
		TestToken idToken = alice().typed("JWT")
			.signedWith(JWSAlgorithm.RS256)
			.with("aud", List.of("quartet-app"))
			.with("nonce", "n-0S6_WzA2Mj");
		refuses(idToken, "typ is not at+jwt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "logout+jwt", "dpop+jwt", "jwt+at", "at+jwt ", "client-authentication+jwt" })
	void refusesEveryOtherType(String type) {
		refuses(alice().typed(type), "typ is not at+jwt");
	}

	@Test
	void refusesAnAbsentType() {
		refuses(alice().header((header) -> header.type(null)), "typ is not at+jwt");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://calendar.example", "http://localhost:8090/", "http://localhost:809", "quartet-app" })
	void refusesATokenForAnotherAudience(String audience) {
		refuses(alice().with("aud", List.of(audience)), "aud does not contain http://localhost:8090");
	}

	@Test
	void acceptsATokenForSeveralAudiences() {
		accepts(alice().with("aud", List.of("https://calendar.example", TestToken.RESOURCE)));
		accepts(alice().with("aud", TestToken.RESOURCE));
	}

	@Test
	void refusesAnotherIssuerEvenWithTheRightKey() {
		refuses(alice().with("iss", "https://evil.example"), "iss is not ");
		refuses(alice().with("iss", "HTTP" + TestIssuer.trusted().url().substring(4)), "iss is not ");
		refuses(alice().with("iss", TestIssuer.trusted().url() + "/"), "iss is not ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "iss", "aud", "exp", "iat", "sub", "client_id", "jti" })
	void refusesATokenWithoutARequiredClaim(String claim) {
		refuses(alice().without(claim), claim);
	}

	@Test
	void refusesAMissingIssueTimeOfATokenThatIsAboutToExpire() {
		refuses(alice().without("iat").at("exp", Duration.ofSeconds(10)), "iat is missing");
	}

	@Test
	void refusesAnExpiredToken() {
		refuses(alice().at("iat", Duration.ofMinutes(-6)).at("exp", Duration.ofSeconds(-32)), "The token has expired");
	}

	@Test
	void toleratesClocksThatDifferByLessThanHalfAMinute() {
		accepts(alice().at("iat", Duration.ofMinutes(-6)).at("exp", Duration.ofSeconds(-20)));
		accepts(alice().at("iat", Duration.ofSeconds(20)).at("nbf", Duration.ofSeconds(20)));
	}

	@Test
	void refusesATokenFromTheFuture() {
		refuses(alice().at("nbf", Duration.ofSeconds(40)), "not valid yet");
		refuses(alice().at("iat", Duration.ofSeconds(40)), "iat is in the future");
	}

	@Test
	void refusesTimesThatAreNoNumbers() {
		refuses(alice().with("exp", "tomorrow"), "malformed");
		refuses(alice().with("exp", 1e300), "");
		refuses(alice().with("nbf", true), "malformed");
		refuses(alice().with("exp", -1), "");
	}

	@Test
	void refusesIdentifiersThatNoDatabaseShouldSee() {
		refuses(alice().with("sub", "a\u0000b"), "sub is missing or malformed");
		refuses(alice().with("sub", " "), "sub is missing or malformed");
		refuses(alice().with("sub", "x".repeat(256)), "sub is missing or malformed");
		refuses(alice().with("client_id", List.of("quartet-app")), "client_id is missing or malformed");
	}

	@ParameterizedTest
	@MethodSource("noAudiences")
	void refusesWhatNamesNoAudience(Object audience) {
		refuses(alice().with("aud", audience), "aud does not contain");
	}

	static Stream<Object> noAudiences() {
		return Stream.of("", List.of(), List.of(""), 8090, true, List.of(8090), Map.of("0", TestToken.RESOURCE),
				List.of(List.of(TestToken.RESOURCE)), TestToken.RESOURCE + " https://calendar.example");
	}

	@Test
	void findsAScopeAmongAThousandAndReadsNoTokenOfFiveThousand() {
		String many = IntStream.range(0, 1_000).mapToObj((i) -> "s" + i).collect(Collectors.joining(" "));
		TestToken crowded = alice().scope(many);
		assertThat(api.get("/notes", crowded.mint()).status()).isEqualTo(403);
		assertThat(api.get("/notes", alice().scope(many + " notes:read").mint()).status()).isEqualTo(200);
		refuses(alice().scope("s ".repeat(5_000)), "longer than 8 KiB");
	}

	@Test
	void refusesATokenThatIsBoundToAKey() {
		refuses(alice().with("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")), "bound to a key");
		refuses(alice().with("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")), "");
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

	private void accepts(TestToken token) {
		assertThat(api.get("/protected", token.mint()).status()).isEqualTo(200);
	}

	private void refuses(TestToken token, String reason) {
		Answer answer = api.get("/protected", token.mint());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"").contains(reason);
	}

}
