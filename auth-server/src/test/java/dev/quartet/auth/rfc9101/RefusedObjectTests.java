package dev.quartet.auth.rfc9101;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.quartet.auth.rfc9101.SignedClients.BOUND;
import static dev.quartet.auth.rfc9101.SignedClients.FREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Says which request objects buy nothing, and who is told (RFC 9101 §6, §10). */
@QuartetServer
class RefusedObjectTests {

	private static final String INVALID = "invalid_request_object";

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private SignedClients signed;

	private AuthorizationFlow flow;

	RefusedObjectTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void register() {
		this.signed = SignedClients.register(this.flows, this.clients, this.clock);
		this.flow = this.signed.flow(FREE);
	}

	@AfterEach
	void forget() {
		this.signed.forget();
	}

	static Stream<Arguments> wrong() {
		long now = System.currentTimeMillis() / 1000;
		return Stream.of(change("iss", (it) -> it.with("iss", "quartet-app")),
				change("no iss", (it) -> it.without("iss")), change("aud", (it) -> it.with("aud", "https://other")),
				change("no aud", (it) -> it.without("aud")), change("sub", (it) -> it.with("sub", FREE)),
				change("client_id", (it) -> it.with("client_id", BOUND)),
				change("client_id as list", (it) -> it.with("client_id", List.of(FREE))),
				change("client_id null", (it) -> it.with("client_id", null)),
				change("expired", (it) -> it.with("exp", now - 60)),
				change("exp as text", (it) -> it.with("exp", "tomorrow")),
				change("nbf", (it) -> it.with("nbf", now + 600)), change("iat", (it) -> it.with("iat", now + 600)),
				change("nested", (it) -> it.with("request", "eyJhbGciOiJub25lIn0.e30.")),
				change("nested address", (it) -> it.with("request_uri", "https://client.example/r")),
				change("typ", (it) -> it.header("typ", "client-authentication+jwt")),
				change("crit", (it) -> it.header("crit", List.of("b64")).header("b64", false)),
				change("jku", (it) -> it.header("jku", "https://client.example/keys")),
				change("x5u", (it) -> it.header("x5u", "https://client.example/x")),
				change("jwk", (it) -> it.header("jwk", RequestObject.key("one").toPublicJWK().toJSONObject())),
				change("other kid", (it) -> it.header("kid", "another")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrong")
	void tellsTheClientWhatItSignedWrongly(String what, UnaryOperator<RequestObject> change) {
		RequestObject object = change.apply(this.signed.object(this.flow));
		Answer refused = this.flow.authorize(this.flow.request().and("request", object.signed(this.signed.key())));
		assertThat(refused.location()).as(what).startsWith("http://localhost:8080/" + FREE);
		assertThat(refused.sent("error")).isEqualTo(INVALID);
		assertThat(refused.sent("error_description")).isNotEmpty();
		assertThat(refused.sent("state")).isEqualTo("a state");
		assertThat(refused.sent("iss")).isEqualTo("http://localhost:9000");
	}

	static Stream<Arguments> accepted() {
		return Stream.of(change("no typ", RequestObject::withoutType), change("JWT", (it) -> it.header("typ", "JWT")),
				change("kid", (it) -> it.header("kid", "one")),
				change("aud", (it) -> it.with("aud", List.of("https://other", "http://localhost:9000"))),
				change("no client_id", (it) -> it.without("client_id")),
				change("null", (it) -> it.with("prompt", null)), change("sub", (it) -> it.with("sub", "alice")),
				change("unknown", (it) -> it.with("unknown", Map.of("a", List.of(1)))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("accepted")
	void takesWhatIsSignedWell(String what, UnaryOperator<RequestObject> change) {
		RequestObject object = change.apply(this.signed.object(this.flow));
		assertThat(this.flow.authorize(this.signed.sent(FREE, object)).location()).as(what).contains("/login");
	}

	@Test
	void refusesWhatItsOwnKeyDidNotSign() throws Exception {
		RequestObject object = this.signed.object(this.flow);
		assertRefused(object.signed(RequestObject.key("one")));
		assertRefused(object.unsigned());
		byte[] publicKey = this.signed.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
		assertRefused(object.signed(new MACSigner(publicKey), JWSAlgorithm.HS256));
		assertRefused(object.signed(new MACSigner("0123456789abcdef0123456789abcdef"), JWSAlgorithm.HS256));
		assertRefused(
				object.signed(new RSASSASigner(new RSAKeyGenerator(2048).keyID("one").generate()), JWSAlgorithm.RS256));
		String good = this.signed.object(this.flow).signed(this.signed.key());
		assertRefused(good.substring(0, good.length() - 6) + "AAAAAA");
		String[] parts = good.split("\\.", -1);
		String other = this.signed.object(this.flow)
			.with("scope", "openid")
			.signed(this.signed.key())
			.split("\\.", -1)[1];
		assertRefused(parts[0] + "." + other + "." + parts[2]);
	}

	@Test
	void refusesWhatIsNoSignedObject() throws Exception {
		for (String text : new String[] { "x", "...", "a.b.c", "e30.e30.e30",
				"eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a.b.c.d", "eyJhbGciOiJFUzI1NiJ9.e30.",
				"\u65e5\u672c.\u65e5.\u672c", "{}" }) {
			assertRefused(text);
		}
		ECKey key = this.signed.key();
		for (String claims : new String[] { "[]", "null", "\"x\"", "{", "", "{\"iss\":\"a\",\"iss\":\"" + FREE + "\"}",
				"{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}" }) {
			assertRefused(RequestObject.of(this.flow.request(), this.signed.now())
				.raw(claims, new ECDSASigner(key), JWSAlgorithm.ES256));
		}
	}

	@Test
	void refusesTheObjectOfAnotherClient() {
		AuthorizationFlow other = this.signed.flow(BOUND);
		String object = this.signed.object(other).signed(this.signed.key());
		Form request = this.flow.request().and("request", object);
		assertThat(this.flow.authorize(request).sent("error")).isEqualTo(INVALID);
		AuthorizationFlow app = this.flows.app();
		assertThat(app.authorize(app.request().and("request", object)).sent("error")).isEqualTo(INVALID);
	}

	@Test
	void refusesAResponseTypeThatDiffersOutside() {
		String object = this.signed.object(this.flow).signed(this.signed.key());
		Form request = this.flow.request().with("response_type", "token").and("request", object);
		assertThat(this.flow.authorize(request).sent("error")).isEqualTo(INVALID);
	}

	@Test
	void tellsThePersonWhereNothingProvesTheAddress() {
		String wrong = this.signed.object(this.flow).signed(RequestObject.key("one"));
		Form elsewhere = this.flow.request().with("redirect_uri", "https://evil.example/").and("request", wrong);
		String inside = this.signed.object(this.flow)
			.with("redirect_uri", "https://evil.example/")
			.signed(this.signed.key());
		String broken = this.signed.object(this.flow)
			.with("redirect_uri", "https://evil.example:99999999/ \n")
			.signed(this.signed.key());
		for (Form sent : List.of(elsewhere, this.signed.sent(FREE, inside), this.flow.request().and("request", inside),
				elsewhere.with("request", broken), this.signed.sent("unknown", inside),
				Form.empty().and("request", inside))) {
			Answer page = this.flow.authorize(sent);
			assertThat(page.status()).isEqualTo(400);
			assertThat(page.location()).isEmpty();
		}
	}

	@Test
	void refusesTwoSourcesOfOneRequest() {
		Form both = this.flow.request()
			.and("request", this.signed.object(this.flow).signed(this.signed.key()))
			.and("request_uri", "https://client.example/r");
		assertThat(this.flow.authorize(both).sent("error")).isEqualTo("invalid_request");
		String object = this.signed.object(this.flow).signed(this.signed.key());
		assertThat(this.flow.authorize(this.signed.sent(FREE, object).and("request", object)).status()).isEqualTo(400);
		Form twoScopes = this.signed.sent(FREE, object).and("scope", "openid").and("scope", "notes:read");
		assertThat(this.flow.browser().post("/oauth2/authorize", twoScopes).status()).isEqualTo(400);
	}

	@Test
	void refusesWhatIsTooLong() {
		RequestObject object = this.signed.object(this.flow).with("x", "x".repeat(15_000));
		Answer page = this.flow.authorize(this.signed.sent(FREE, object));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.location()).isEmpty();
		assertThat(this.flow.browser().post("/oauth2/authorize", this.signed.sent(FREE, object)).status())
			.isEqualTo(400);
	}

	@Test
	void takesLargeOnesThroughTheLoginPage() {
		RequestObject object = this.signed.object(this.flow).with("x", "filler ".repeat(700));
		Answer answer = this.flow.signIn("alice", this.signed.sent(FREE, object));
		assertThat((answer.redirects() ? answer : this.flow.allowAll(answer)).sent("code")).isNotEmpty();
	}

	private void assertRefused(String object) {
		Answer refused = this.flow.authorize(this.flow.request().and("request", object));
		assertThat(refused.sent("error")).as(object).isEqualTo(INVALID);
	}

	private static Arguments change(String what, UnaryOperator<RequestObject> change) {
		return arguments(what, change);
	}

}
