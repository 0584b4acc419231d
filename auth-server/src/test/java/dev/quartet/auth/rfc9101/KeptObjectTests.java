package dev.quartet.auth.rfc9101;

import java.util.List;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.quartet.auth.rfc9101.SignedClients.BOUND;
import static dev.quartet.auth.rfc9101.SignedClients.FREE;
import static org.assertj.core.api.Assertions.assertThat;

/** Says what the store keeps of a signed request. */
@QuartetServer
class KeptObjectTests {

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private final JdbcClient database;

	private SignedClients signed;

	KeptObjectTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
		this.database = database;
	}

	@BeforeEach
	void register() {
		this.signed = SignedClients.register(this.flows, this.clients, this.clock);
	}

	@AfterEach
	void forget() {
		this.signed.forget();
	}

	@Test
	void keepsNoIdTokenThatIsSignedIntoIt() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		String idToken = flow.tokens("alice").json("id_token");
		String object = this.signed.object(flow).with("id_token_hint", idToken).signed(this.signed.key());
		Form sent = this.signed.sent(FREE, object);
		assertThat(flow.authorizePushed(flow.push(sent).json("request_uri")).sent("code")).isNotEmpty();
		assertThat(kept(idToken)).isZero();
		assertThat(kept(object)).isZero();
		assertThat(kept(FREE)).isPositive();
	}

	@Test
	void letsAClientThatMustSignPushAnIdTokenToo() {
		AuthorizationFlow flow = this.signed.flow(BOUND);
		String object = hinted(flow, "none");
		Answer answer = flow.authorizePushed(flow.push(Form.empty().and("request", object)).json("request_uri"));
		assertThat(answer.sent("error_description")).isEmpty();
		assertThat(flow.redeem(answer.sent("code")).status()).isEqualTo(200);
		assertThat(kept(object)).isZero();
	}

	@Test
	void offersNoOtherPersonWhereOneIsExpected() {
		for (String client : List.of(FREE, BOUND)) {
			AuthorizationFlow flow = this.signed.flow(client);
			Form sent = this.signed.sent(client, hinted(flow, "consent"));
			for (Answer toConsent : List.of(flow.authorizePushed(flow.push(sent).json("request_uri")),
					flow.authorize(sent))) {
				Answer consent = flow.browser().follow(toConsent);
				assertThat(consent.page().select("#switch")).as(client).isEmpty();
				assertThat(flow.redeem(flow.allowAll(consent).sent("code")).status()).isEqualTo(200);
			}
		}
	}

	@Test
	void believesNobodyWhoSaysThatItWasSigned() {
		AuthorizationFlow flow = this.signed.flow(BOUND);
		Form claimed = flow.request().and("signed_request", "true");
		for (Form sent : List.of(claimed, claimed.and("request_uri", ""), claimed.and("request_uri", " "))) {
			assertThat(flow.authorize(sent).sent("code")).isEmpty();
			assertThat(flow.authorize(sent).location()).doesNotContain("/login");
			assertThat(flow.push(sent).json("error")).as(sent.toString()).isEqualTo("invalid_request");
		}
	}

	/** Signed by hers, after she signed in and allowed everything. */
	private String hinted(AuthorizationFlow flow, String prompt) {
		Form first = Form.empty().and("request", this.signed.object(flow).signed(this.signed.key()));
		Answer login = flow.browser().follow(flow.authorizePushed(flow.push(first).json("request_uri")));
		Answer answer = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		Answer allowed = answer.redirects() ? answer : flow.allowAll(answer);
		String idToken = flow.redeem(allowed.sent("code")).json("id_token");
		return this.signed.object(flow).with("id_token_hint", idToken).with("prompt", prompt).signed(this.signed.key());
	}

	private long kept(String text) {
		return this.database.sql("select count(*) from one_time where payload like concat('%', :text, '%')")
			.param("text", text)
			.query(Long.class)
			.single();
	}

}
