package dev.quartet.auth.rfc9101;

import java.util.Map;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.quartet.auth.rfc9101.SignedClients.BOUND;
import static dev.quartet.auth.rfc9101.SignedClients.FREE;
import static org.assertj.core.api.Assertions.assertThat;

/** Says what a client may no longer do that promised to sign (RFC 9101 §10.5). */
@QuartetServer
class PromisedSignatureTests {

	private static final String OTHER = "signs-with-rsa";

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private SignedClients signed;

	private AuthorizationFlow flow;

	PromisedSignatureTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void register() {
		this.signed = SignedClients.register(this.flows, this.clients, this.clock);
		this.flow = this.signed.flow(BOUND);
	}

	@AfterEach
	void forget() {
		this.signed.forget();
		this.clients.deleteById(OTHER);
	}

	@Test
	void refusesPlainParametersAtTheClient() {
		Answer refused = this.flow.authorize(this.flow.request());
		assertThat(refused.location()).startsWith("http://localhost:8080/" + BOUND);
		assertThat(refused.sent("error")).isEqualTo("invalid_request");
		assertThat(this.flow.authorize(this.flow.request().and("request", "")).sent("error"))
			.isEqualTo("invalid_request");
		assertThat(this.flow.push(this.flow.request()).json("error")).isEqualTo("invalid_request");
	}

	@Test
	void refusesAnotherSpellingOfTheAddress() {
		Form unproven = this.flow.request().and("request", this.signed.object(this.flow).unsigned());
		for (String path : new String[] { "/oauth2/%61uthorize", "/oauth2/authorize;x", "/oauth2//authorize",
				"/oauth2/x/../authorize", "/OAuth2/authorize", "/oauth2/authorize/" }) {
			Answer answer = this.flow.browser().get(path + "?" + unproven);
			assertThat(answer.location()).as(path).doesNotContain("localhost:8080").doesNotContain("request");
		}
	}

	@Test
	void countsOnlyWhatIsSigned() {
		Form sent = this.signed.sent(BOUND, this.signed.object(this.flow).without("state"))
			.and("state", "outside")
			.and("prompt", "none")
			.and("login_hint", "eve");
		Answer login = this.flow.browser().follow(this.flow.authorize(sent));
		assertThat(login.page().select("input[name=username]").attr("value")).isEmpty();
		Answer answer = this.flow.browser().follow(this.flow.signIn(login, "alice", "alice"));
		Answer allowed = answer.redirects() ? answer : this.flow.allowAll(answer);
		assertThat(allowed.sent("state")).isEmpty();
		assertThat(this.flow.redeem(allowed.sent("code")).status()).isEqualTo(200);
	}

	@Test
	void takesNothingFromTheAddressThatTheObjectForgot() {
		RequestObject object = this.signed.object(this.flow).without("response_type");
		Answer refused = this.flow.authorize(this.signed.sent(BOUND, object).and("response_type", "code"));
		assertThat(refused.sent("error")).isEqualTo("invalid_request_object");
		assertThat(refused.sent("error_description")).contains("response_type");
	}

	@Test
	void keepsAClientToItsAlgorithm() throws Exception {
		RSAKey key = new RSAKeyGenerator(2048).generate();
		TestClient rsa = this.signed.own()
			.register(OTHER, "openid profile notes:read", Map.of(MetadataField.JWKS,
					new JWKSet(key.toPublicJWK()).toJSONObject(), MetadataField.REQUEST_OBJECT_SIGNING_ALG, "PS256"));
		AuthorizationFlow flow = this.flows.with(rsa);
		Form request = flow.request();
		String other = this.signed.object(flow).signed(new RSASSASigner(key), JWSAlgorithm.RS256);
		assertThat(flow.authorize(request.and("request", other)).sent("error")).isEqualTo("invalid_request_object");
		String right = this.signed.object(flow).signed(new RSASSASigner(key), JWSAlgorithm.PS256);
		assertThat(flow.authorize(request.and("request", right)).location()).contains("/login");
	}

	@Test
	void canBePushed() {
		Form form = Form.empty().and("request", this.signed.object(this.flow).signed(this.signed.key()));
		Answer pushed = this.flow.push(form);
		assertThat(pushed.status()).as(pushed.body()).isEqualTo(201);
		Answer login = this.flow.browser().follow(this.flow.authorizePushed(pushed.json("request_uri")));
		Answer answer = this.flow.browser().follow(this.flow.signIn(login, "alice", "alice"));
		Answer allowed = answer.redirects() ? answer : this.flow.allowAll(answer);
		assertThat(this.flow.redeem(allowed.sent("code")).status()).isEqualTo(200);
	}

	@Test
	void countsNothingBesideAPushedObject() {
		AuthorizationFlow free = this.signed.flow(FREE);
		Form form = this.signed.sent(FREE, this.signed.object(free)).and("prompt", "bogus");
		assertThat(free.push(form).status()).isEqualTo(201);
		form = this.signed.sent(FREE, this.signed.object(free).with("prompt", "bogus"));
		assertThat(free.push(form).json("error")).isEqualTo("invalid_request");
		form = this.signed.sent(FREE, this.signed.object(free).without("scope")).and("scope", "openid");
		assertThat(free.push(form).json("error")).isEqualTo("invalid_scope");
	}

	@Test
	void refusesAnotherClientsObjectWhereItIsPushed() {
		AuthorizationFlow free = this.signed.flow(FREE);
		String object = this.signed.object(this.flow).signed(this.signed.key());
		assertThat(free.push(Form.empty().and("request", object)).json("error")).isEqualTo("invalid_request_object");
		String unsigned = this.signed.object(free).unsigned();
		assertThat(free.push(Form.empty().and("request", unsigned)).json("error")).isEqualTo("invalid_request_object");
		Form both = this.signed.sent(FREE, this.signed.object(free)).and("request_uri", "urn:x");
		assertThat(free.push(both).json("error")).isEqualTo("invalid_request");
		AuthorizationFlow app = this.flows.app();
		assertThat(app.push(Form.empty().and("request", object)).json("error")).isEqualTo("invalid_request_object");
		assertThat(free.browser().post("/oauth2/par", Form.empty().and("request", object)).json("error"))
			.isEqualTo("invalid_client");
	}

}
