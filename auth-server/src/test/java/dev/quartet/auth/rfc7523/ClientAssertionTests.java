package dev.quartet.auth.rfc7523;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

/**
 * Says which assertions prove who a client is (RFC 7523 §2.2, §3; OpenID Connect Core
 * §9).
 */
@QuartetServer
class ClientAssertionTests {

	private static final SigningClient CLIENT = SigningClient.named("signer");

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	ClientAssertionTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void registerTheClient() {
		this.clients.save(CLIENT.registered(this.clock.instant()));
	}

	@AfterEach
	void forgetTheClient() {
		this.clients.deleteById(CLIENT.clientId());
	}

	@Test
	void needsNoOtherNameOfTheClient() {
		Answer token = token(good());
		assertThat(token.status()).isEqualTo(200);
		assertThat(token.json("access_token")).isNotEmpty();
	}

	@Test
	void acceptsTheSameNameBesideIt() {
		Form form = form(good()).and("client_id", "signer");
		assertThat(this.flows.browser().post("/oauth2/token", form).status()).isEqualTo(200);
	}

	@Test
	void refusesAnotherNameBesideIt() {
		Form form = form(good()).and("client_id", "quartet-public");
		assertRefused(this.flows.browser().post("/oauth2/token", form));
	}

	@Test
	void opensEveryEndpointOfClients() {
		String token = token(good()).json("access_token");
		for (String endpoint : List.of("/oauth2/introspect", "/oauth2/revoke")) {
			Form form = SigningClient.with(good(), Form.empty().and("token", token));
			assertThat(this.flows.browser().post(endpoint, form).status()).as(endpoint).isEqualTo(200);
		}
		Form request = flow().request().without("client_id").and("client_id", "signer");
		Answer pushed = this.flows.browser().post("/oauth2/par", SigningClient.with(good(), request));
		assertThat(pushed.status()).isEqualTo(201);
	}

	@Test
	void redeemsACodeOnlyWithItsProofKey() {
		AuthorizationFlow flow = flow();
		Form redemption = flow.redemption(flow.code("alice"));
		Answer wrong = flow.browser()
			.post("/oauth2/token", SigningClient.with(good(), redemption.with("code_verifier", "x".repeat(43))));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.json("error")).isEqualTo("invalid_grant");
		AuthorizationFlow another = flow();
		Form fresh = another.redemption(another.code("alice"));
		Answer tokens = another.browser().post("/oauth2/token", SigningClient.with(good(), fresh));
		assertThat(tokens.status()).isEqualTo(200);
		Answer refreshed = another.browser()
			.post("/oauth2/token",
					SigningClient.with(good(),
							Form.empty()
								.and("grant_type", "refresh_token")
								.and("refresh_token", tokens.json("refresh_token"))));
		assertThat(refreshed.status()).isEqualTo(200);
	}

	static Stream<Named<UnaryOperator<Assertion>>> wrong() {
		return Stream.of(named("for the token endpoint", with("aud", "http://localhost:9000/oauth2/token")),
				named("for the PAR endpoint", with("aud", "http://localhost:9000/oauth2/par")),
				named("for introspection", with("aud", "http://localhost:9000/oauth2/introspect")),
				named("for another server", with("aud", "https://other.example")),
				named("for the issuer with a slash", with("aud", "http://localhost:9000/")),
				named("for a list of one", with("aud", List.of("http://localhost:9000"))),
				named("for two servers", with("aud", List.of("http://localhost:9000", "https://other.example"))),
				named("for nobody", without("aud")), named("without an end", without("exp")),
				named("without an id", without("jti")), named("with an empty id", with("jti", " ")),
				named("with an endless id", with("jti", "x".repeat(256))), named("without an issuer", without("iss")),
				named("without a subject", without("sub")), named("of another issuer", with("iss", "quartet-machine")),
				named("about another client", with("sub", "quartet-machine")),
				named("about nobody", (assertion) -> assertion.with("sub", "nobody").with("iss", "nobody")),
				named("of a type for access tokens", (assertion) -> assertion.header("typ", "at+jwt")),
				named("of an unknown type", (assertion) -> assertion.header("typ", "logout+jwt")),
				named("that brings its key",
						(assertion) -> assertion.header("jwk", CLIENT.key().toPublicJWK().toJSONObject())),
				named("that points to keys", (assertion) -> assertion.header("jku", "https://evil.example/keys")),
				named("that points to a certificate", (assertion) -> assertion.header("x5u", "https://evil.example/x")),
				named("with an unknown critical header",
						(assertion) -> assertion.header("crit", List.of("fancy")).header("fancy", true)),
				named("of an unknown key", (assertion) -> assertion.header("kid", "another")));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void refusesAnAssertion(UnaryOperator<Assertion> wrong) {
		assertRefused(token(CLIENT.signed(wrong.apply(CLIENT.assertion(this.clock.instant())))));
	}

	@ParameterizedTest
	@ValueSource(longs = { -301, -1, 0, 330, 3600, 86_400 })
	void refusesAnEndThatIsOverOrFarAway(long seconds) {
		assertRefused(token(CLIENT.signed(at("exp", seconds))));
	}

	@ParameterizedTest
	@ValueSource(longs = { 5, 60, 295 })
	void acceptsAnEndWithinFiveMinutes(long seconds) {
		assertThat(token(CLIENT.signed(at("exp", seconds))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "iat", "nbf" })
	void refusesABeginningThatIsStillToCome(String claim) {
		assertRefused(token(CLIENT.signed(at(claim, 61))));
		assertThat(token(CLIENT.signed(at(claim, 8))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "client-authentication+jwt", "jwt" })
	void acceptsTheTypesOfAnAssertion(String type) {
		assertThat(token(CLIENT.signed(CLIENT.assertion(this.clock.instant()).header("typ", type))).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJFUzI1NiJ9.W10.AAAA",
			"eyJhbGciOiJFUzI1NiJ9.bnVsbA.AAAA", "{\"no\":\"assertion\"}" })
	void refusesWhatIsNoAssertion(String garbage) {
		assertRefused(token(garbage));
	}

	@Test
	void refusesAnotherTypeOfAssertion() {
		Form form = Form.empty()
			.and("grant_type", "client_credentials")
			.and("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer")
			.and("client_assertion", good());
		assertRefused(this.flows.browser().post("/oauth2/token", form));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_assertion", "client_assertion_type" })
	void asksForBothPartsOfAnAssertion(String missing) {
		Answer answer = this.flows.browser().post("/oauth2/token", form(good()).without(missing));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_request");
	}

	@Test
	void refusesAnAssertionInTheAddress() {
		Answer answer = this.flows.browser()
			.post("/oauth2/token?" + SigningClient.with(good(), Form.empty()),
					Form.empty().and("grant_type", "client_credentials"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json()).containsOnlyKeys("error", "error_description")
			.containsEntry("error", "invalid_request");
	}

	private AuthorizationFlow flow() {
		return this.flows.with(new TestClient("signer", "unused", SigningClient.REDIRECT_URI, "openid notes:read"));
	}

	private String good() {
		return CLIENT.signed(CLIENT.assertion(this.clock.instant()));
	}

	private Assertion at(String claim, long seconds) {
		Instant now = this.clock.instant();
		return CLIENT.assertion(now).with(claim, now.getEpochSecond() + seconds);
	}

	private Answer token(String assertion) {
		return SigningClient.token(this.flows.browser(), assertion);
	}

	private static Form form(String assertion) {
		return SigningClient.with(assertion, Form.empty().and("grant_type", "client_credentials"));
	}

	private static UnaryOperator<Assertion> with(String claim, Object value) {
		return (assertion) -> assertion.with(claim, value);
	}

	private static UnaryOperator<Assertion> without(String claim) {
		return (assertion) -> assertion.without(claim);
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json())
			.isEqualTo(Map.of("error", "invalid_client", "error_description", answer.json("error_description")));
	}

}
