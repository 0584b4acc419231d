package dev.quartet.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets the services that the documents describe, made from the documents' own text, be
 * called with tokens of auth-server and with forged ones.
 */
class RecipesJourneyTests {

	private static final Duration PATIENCE = Duration.ofSeconds(45);

	private static final int FORGED = 30;

	private static final OrdersIssuer ISSUER = new OrdersIssuer();

	private static final Map<Recipe, ProtectedService> SERVICES = new EnumMap<>(Recipe.class);

	@AfterAll
	static void stop() {
		SERVICES.values().forEach(ProtectedService::close);
		ISSUER.close();
	}

	@ParameterizedTest
	@EnumSource
	void greetsAliceByHerName(Recipe recipe) {
		Answer answer = service(recipe).get("/protected", accessToken("openid profile orders:read"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json("message")).isEqualTo("Hello, alice! This is a protected route.");
	}

	@ParameterizedTest
	@EnumSource
	void asksForATokenWhereThereIsNone(Recipe recipe) {
		asksForAToken(service(recipe).get("/protected"));
		asksForAToken(service(recipe).get("/protected?access_token=" + accessToken("orders:read")));
	}

	@ParameterizedTest
	@EnumSource
	void refusesAnIdToken(Recipe recipe) {
		refuses(service(recipe).get("/protected", ISSUER.tokens("openid orders:read").json("id_token")), "an ID token");
	}

	@ParameterizedTest
	@EnumSource
	void refusesATokenForAnotherApi(Recipe recipe) {
		refuses(service(recipe).get("/protected", accessToken("calendar:read")), "another audience");
	}

	@ParameterizedTest
	@EnumSource
	void namesTheScopeThatIsMissing(Recipe recipe) {
		Answer answer = service(recipe).post("/orders", accessToken("orders:read"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(challenges(answer)).contains("Bearer ", "error=\"insufficient_scope\"", "scope=\"orders:write\"");
		assertThat(service(recipe).post("/orders", accessToken("orders:read orders:write")).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void refusesForgedTokens(Recipe recipe) {
		try (TestIssuer issuer = new TestIssuer();
				ProtectedService service = new ProtectedService(recipe, issuer.address())) {
			assertThat(service.get("/protected", issuer.token().mint()).status()).as("an honest token").isEqualTo(200);
			forgeries(issuer).forEach((what, token) -> refuses(service.get("/protected", token), what));
			assertThat(service.get("/protected", issuer.token().mint()).status()).as("afterwards").isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource
	void asksForPatienceWhileTheIssuerIsAway(Recipe recipe) {
		try (TestIssuer issuer = new TestIssuer().goAway();
				ProtectedService service = new ProtectedService(recipe, issuer.address())) {
			Answer answer = service.get("/protected", issuer.token().mint());
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.header("Retry-After")).isEqualTo("5");
			issuer.comeBack();
			awaitEntry(service, issuer, Duration.ofSeconds(10));
		}
	}

	/** All at once: an unknown key may have to wait for half a minute. */
	@Test
	void takesANewKeyThoughForgedOnesMakeItAskNoMoreOften() {
		Map<TestIssuer, ProtectedService> services = new LinkedHashMap<>();
		try {
			for (Recipe recipe : Recipe.values()) {
				TestIssuer issuer = new TestIssuer();
				ProtectedService service = new ProtectedService(recipe, issuer.address());
				services.put(issuer, service);
				asksOnceForForgedKeys(service, issuer);
			}
			services.keySet().forEach((issuer) -> issuer.changeKey("second"));
			services.forEach((issuer, service) -> awaitEntry(service, issuer, PATIENCE));
		}
		finally {
			services.values().forEach(ProtectedService::close);
			services.keySet().forEach(TestIssuer::close);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "express", "jose" })
	void isTheVersionThatTheDocumentStates(String library) {
		assertThat(Recipe.EXPRESS.document().text())
			.containsPattern("%s[^\\n]{0,40} %s".formatted(library, NodePackages.version(library)));
	}

	@Test
	void isAsShortAsPromised() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "protect-your-api.md"));
		assertThat(page.substring(page.indexOf("\n1. "), page.indexOf("\n## ")).strip().lines()).hasSizeLessThan(31);
		assertThat(Recipe.FASTAPI.document().blocks("python").get(0).lines()).hasSizeLessThan(61);
		assertThat(Recipe.EXPRESS.document().blocks("js").get(0).lines()).hasSizeLessThan(51);
	}

	private static Map<String, String> forgeries(TestIssuer issuer) {
		Map<String, String> tokens = new LinkedHashMap<>();
		tokens.put("expired", issuer.token().seconds("exp", -60).mint());
		tokens.put("without exp", issuer.token().without("exp").mint());
		tokens.put("not valid yet", issuer.token().seconds("nbf", 120).mint());
		tokens.put("of another issuer", issuer.token().claim("iss", "\"https://evil.example\"").mint());
		tokens.put("for another API", issuer.token().claim("aud", "[\"https://calendar.example\"]").mint());
		tokens.put("for nobody", issuer.token().without("aud").mint());
		tokens.put("of another kind", issuer.token().header("typ", "\"JWT\"").mint());
		tokens.put("unsigned", issuer.token().unsigned());
		tokens.put("HS256 with the PEM", issuer.token().confused(issuer.key().pem()));
		tokens.put("HS256 with the JWK", issuer.token().confused(issuer.key().jwk().getBytes(StandardCharsets.UTF_8)));
		tokens.put("of another key", issuer.token().signedBy(new TestKey("other")));
		tokens.put("another algorithm", issuer.token().header("alg", "\"RS256\"").mint());
		tokens.put("an unknown key", issuer.token().header("kid", "\"unknown\"").mint());
		tokens.put("a key of its own",
				issuer.token().header("kid", "\"own\"").header("jwk", new TestKey("own").jwk()).mint());
		tokens.put("critical", issuer.token().header("crit", "[\"more\"]").header("more", "1").mint());
		tokens.put("bound to a key",
				issuer.token().claim("cnf", "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}").mint());
		tokens.put("garbage", "garbage");
		tokens.put("deep garbage", "eyJh" + "W1tb".repeat(1500) + ".e30.e30");
		return tokens;
	}

	private static void asksOnceForForgedKeys(ProtectedService service, TestIssuer issuer) {
		assertThat(service.get("/protected", issuer.token().mint()).status()).isEqualTo(200);
		for (int kid = 0; kid < FORGED; kid++) {
			refuses(service.get("/protected", issuer.token().header("kid", "\"" + kid + "\"").mint()), "forged");
		}
		assertThat(issuer.keyFetches()).isLessThanOrEqualTo(2);
	}

	private static void awaitEntry(ProtectedService service, TestIssuer issuer, Duration patience) {
		Instant end = Instant.now().plus(patience);
		int status = service.get("/protected", issuer.token().mint()).status();
		while (status != 200 && Instant.now().isBefore(end)) {
			ProtectedService.pause();
			status = service.get("/protected", issuer.token().mint()).status();
		}
		assertThat(status).isEqualTo(200);
	}

	private static void asksForAToken(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ")
			.contains("scope=\"orders:read\"")
			.doesNotContain("error");
	}

	private static void refuses(Answer answer, String what) {
		assertThat(answer.status()).as(what).isEqualTo(401);
		assertThat(challenges(answer)).as(what).contains("error=\"invalid_token\"");
	}

	private static String challenges(Answer answer) {
		return String.join(", ", answer.headers().allValues("WWW-Authenticate"));
	}

	private static String accessToken(String scope) {
		return ISSUER.tokens(scope).json("access_token");
	}

	private static ProtectedService service(Recipe recipe) {
		return SERVICES.computeIfAbsent(recipe, (one) -> new ProtectedService(one, ISSUER.address()));
	}

}
