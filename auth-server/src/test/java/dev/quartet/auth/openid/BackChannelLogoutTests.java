package dev.quartet.auth.openid;

import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.LogoutReceiver;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what clients are told when a person signs out (OpenID Connect Back-Channel Logout
 * 1.0).
 */
@QuartetServer
class BackChannelLogoutTests {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private final LogoutReceiver receiver = new LogoutReceiver();

	private final Flows flows;

	private final OwnClients clients;

	private final MovableClock clock;

	private final JdbcClient database;

	private TestClient party = TestClient.app();

	BackChannelLogoutTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clients = new OwnClients(clients, clock);
		this.clock = clock;
		this.database = database;
	}

	@BeforeEach
	void registerTheClient() {
		this.party = this.clients.register("party", "openid profile", Map.of(MetadataField.BACKCHANNEL_LOGOUT_URI,
				this.receiver.address(), MetadataField.BACKCHANNEL_LOGOUT_SESSION_REQUIRED, true));
	}

	@AfterEach
	void leaveNothingBehind() {
		this.receiver.close();
		this.clock.reset();
		this.clients.forget("party");
		this.database.sql("delete from logout_notice").update();
	}

	@Test
	void tellsAClientOfTheSessionWithASignedToken() throws ParseException, JOSEException {
		AuthorizationFlow flow = this.flows.with(this.party);
		Answer tokens = flow.tokens("alice");
		signOut(flow, tokens);
		SignedJWT token = SignedJWT.parse(this.receiver.await(1).get(0));
		JWKSet keys = JWKSet.parse(this.flows.browser().get("/oauth2/jwks").body());
		assertThat(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
			.isTrue();
		assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
		JWTClaimsSet claims = token.getJWTClaimsSet();
		JWTClaimsSet idToken = SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
		assertThat(claims.getSubject()).isEqualTo(idToken.getSubject());
		assertThat(claims.getStringClaim("sid")).isEqualTo(idToken.getStringClaim("sid"));
		assertThat(claims.getAudience()).containsExactly("party");
		assertThat(claims.getJWTID()).isNotEmpty();
		assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
			.isLessThanOrEqualTo(Duration.ofMinutes(2));
		assertThat(claims.getJSONObjectClaim("events")).isEqualTo(Map.of(EVENT, Map.of()));
		assertThat(claims.getClaim("nonce")).isNull();
		assertThat(this.receiver.strays()).isEmpty();
	}

	@Test
	void tellsTheOtherClientsOfTheSessionToo() {
		AuthorizationFlow flow = this.flows.with(this.party);
		flow.tokens("alice");
		Answer others = signInElsewhere(flow);
		Form request = Form.empty()
			.and("id_token_hint", others.json("id_token"))
			.and("post_logout_redirect_uri", "http://localhost:8080/");
		assertThat(flow.browser().get("/connect/logout?" + request).location()).isEqualTo("http://localhost:8080/");
		assertThat(this.receiver.await(1)).hasSize(1);
	}

	@Test
	void tellsOfASignOutOnOurOwnPageAndWhenAnotherPersonTakesOver() {
		AuthorizationFlow flow = this.flows.with(this.party);
		flow.tokens("alice");
		String csrf = flow.browser().get("/").hidden("_csrf");
		flow.browser().post("/logout", Form.empty().and("_csrf", csrf));
		assertThat(this.receiver.await(1)).hasSize(1);
		AuthorizationFlow other = this.flows.with(this.party);
		other.tokens("alice");
		other.browser().post("/login/switch", Form.empty().and("_csrf", other.browser().get("/").hidden("_csrf")));
		assertThat(this.receiver.await(2)).hasSize(2);
	}

	@Test
	void triesAgainWithANewTokenUntilTheClientHasTakenIt() throws ParseException {
		this.receiver.answers(500, 400);
		AuthorizationFlow flow = this.flows.with(this.party);
		signOut(flow, flow.tokens("alice"));
		this.receiver.await(1);
		this.clock.advance(Duration.ofSeconds(5));
		this.receiver.await(2);
		this.clock.advance(Duration.ofSeconds(30));
		List<String> tokens = this.receiver.await(3);
		LogoutReceiver.until(() -> waiting() == 0);
		assertThat(tokens).hasSize(3);
		assertThat(id(tokens.get(0))).isNotEqualTo(id(tokens.get(1)));
	}

	@Test
	void waitsLongerAfterEachAttempt() {
		this.receiver.answers(500, 500, 500);
		AuthorizationFlow flow = this.flows.with(this.party);
		signOut(flow, flow.tokens("alice"));
		this.receiver.await(2);
		LogoutReceiver.until(() -> pauses() == 2);
		Duration pause = this.database.sql("select next_at from logout_notice where client_id = 'party'")
			.query((row, number) -> Duration.between(this.clock.instant(), row.getTimestamp(1).toInstant()))
			.single();
		assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
	}

	@Test
	void followsNoRedirect() {
		this.receiver.answers(302, 307);
		AuthorizationFlow flow = this.flows.with(this.party);
		signOut(flow, flow.tokens("alice"));
		this.receiver.await(2);
		assertThat(this.receiver.strays()).isEmpty();
	}

	@Test
	void lets204Count() {
		this.receiver.answers(204);
		AuthorizationFlow flow = this.flows.with(this.party);
		signOut(flow, flow.tokens("alice"));
		this.receiver.await(1);
		LogoutReceiver.until(() -> waiting() == 0);
		assertThat(this.receiver.tokens()).hasSize(1);
	}

	@Test
	void neverLetsThePersonWaitForAClientThatHangs() {
		this.receiver.hangs();
		AuthorizationFlow flow = this.flows.with(this.party);
		Answer tokens = flow.tokens("alice");
		long begin = System.nanoTime();
		signOut(flow, tokens);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
		this.receiver.await(1);
		LogoutReceiver.until(() -> pauses() == 1);
		assertThat(waiting()).isEqualTo(1);
	}

	@Test
	void givesUpAfterADayAndWritesThatDown() {
		this.receiver.answers(500, 500, 500);
		long before = givenUp();
		AuthorizationFlow flow = this.flows.with(this.party);
		signOut(flow, flow.tokens("alice"));
		this.receiver.await(1);
		this.clock.advance(Duration.ofDays(1));
		LogoutReceiver.until(() -> waiting() == 0);
		assertThat(givenUp()).isEqualTo(before + 1);
	}

	@Test
	void tellsNobodyWhoHasNothingOfThisSession() {
		this.flows.with(this.party).tokens("bob");
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("bob");
		signOut(flow, tokens);
		assertThat(waiting()).isZero();
	}

	private static Answer signOut(AuthorizationFlow flow, Answer tokens) {
		return flow.browser().get("/connect/logout?" + Form.empty().and("id_token_hint", tokens.json("id_token")));
	}

	private static Answer signInElsewhere(AuthorizationFlow flow) {
		AuthorizationFlow app = flow.sameBrowser(TestClient.app());
		Answer answer = app.browser().follow(app.authorize(app.request()));
		Answer allowed = answer.redirects() ? answer : app.allowAll(answer);
		return app.redeem(allowed.sent("code"));
	}

	private static String id(String token) throws ParseException {
		return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
	}

	private long waiting() {
		return this.database.sql("select count(*) from logout_notice where client_id = ?")
			.param(this.party.clientId())
			.query(Long.class)
			.single();
	}

	/** Attempts that are over: the pause after one is never as long as a claim. */
	private long pauses() {
		return this.database.sql("select attempts from logout_notice where client_id = :client and next_at < :soon")
			.param("client", this.party.clientId())
			.param("soon", this.clock.instant().plusSeconds(10).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	private long givenUp() {
		return this.database.sql("""
				select count(*) from audit_event
				where type = 'backchannel_logout_given_up' and client_id = ?""")
			.param(this.party.clientId())
			.query(Long.class)
			.single();
	}

}
