package dev.quartet.auth.openid;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what different clients call the same person (OpenID Connect Core §8). */
@QuartetServer
class PairwiseSubjectTests {

	private static final String SCOPE = "openid notes:read";

	private final Flows flows;

	private final OwnClients clients;

	PairwiseSubjectTests(@Autowired Flows flows, @Autowired OwnClients clients) {
		this.flows = flows;
		this.clients = clients;
	}

	@BeforeEach
	void register() {
		this.clients.register("pairwise-a", SCOPE, pairwise("https://one.example/sector"));
		this.clients.register("pairwise-b", SCOPE, pairwise("https://two.example/sector"));
		this.clients.register("pairwise-c", SCOPE, pairwise("https://one.example/other"));
	}

	@AfterEach
	void forget() {
		this.clients.forget("pairwise-a", "pairwise-b", "pairwise-c");
	}

	@Test
	void differsBetweenSectorsAndIsTheSameWithinOne() throws ParseException {
		String first = subject(flow("pairwise-a").tokens("alice"));
		assertThat(first).hasSize(43).isNotEqualTo("alice");
		assertThat(subject(flow("pairwise-b").tokens("alice"))).isNotEqualTo(first);
		assertThat(subject(flow("pairwise-c").tokens("alice"))).isEqualTo(first);
		assertThat(subject(flow("pairwise-a").tokens("bob"))).isNotEqualTo(first);
		assertThat(subject(this.flows.app().tokens("alice"))).isEqualTo("alice");
	}

	@Test
	void isTheOneNameThatTheClientEverSees() throws ParseException {
		AuthorizationFlow flow = flow("pairwise-a");
		Answer tokens = flow.tokens("alice");
		String name = subject(tokens);
		assertThat(flow.userInfo(tokens.json("access_token")).json()).containsEntry("sub", name);
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsEntry("sub", name);
		assertThat(SignedJWT.parse(tokens.json("access_token")).getPayload().toString()).contains(name)
			.doesNotContain("alice");
		Answer refreshed = flow.refresh(tokens.json("refresh_token"));
		assertThat(subject(refreshed)).isEqualTo(name);
		assertThat(flow.userInfo(refreshed.json("access_token")).json()).containsEntry("sub", name);
	}

	@Test
	void isUnderstoodAsAHintButNotAsAGuess() throws ParseException {
		AuthorizationFlow flow = flow("pairwise-a");
		String idToken = flow.tokens("alice").json("id_token");
		assertThat(silent(flow, "id_token_hint", idToken).sent("code")).isNotEmpty();
		assertThat(silent(flow, "claims", named(subject(idToken))).sent("code")).isNotEmpty();
		assertThat(silent(flow, "claims", named("alice")).sent("error")).isEqualTo("login_required");
		String elsewhere = subject(flow("pairwise-b").tokens("alice"));
		assertThat(silent(flow, "claims", named(elsewhere)).sent("error")).isEqualTo("login_required");
		AuthorizationFlow bob = flow("pairwise-a");
		bob.code("bob");
		assertThat(silent(bob, "id_token_hint", idToken).sent("error")).isEqualTo("login_required");
	}

	@Test
	void tellsNobodyOfAnotherSectorWhomAHintMeans() {
		String elsewhere = flow("pairwise-b").tokens("alice").json("id_token");
		AuthorizationFlow flow = flow("pairwise-a");
		flow.code("alice");
		assertThat(silent(flow, "id_token_hint", elsewhere).sent("error")).isEqualTo("invalid_request");
		AuthorizationFlow app = this.flows.app();
		app.code("alice");
		assertThat(silent(app, "id_token_hint", elsewhere).sent("error")).isEqualTo("invalid_request");
		String ofSector = flow("pairwise-c").tokens("alice").json("id_token");
		assertThat(silent(flow, "id_token_hint", ofSector).sent("code")).isNotEmpty();
	}

	@Test
	void hasAnotherSessionInEachSector() throws ParseException {
		AuthorizationFlow flow = flow("pairwise-a");
		String first = sid(flow.tokens("alice"));
		assertThat(sid(flow.redeem(flow.authorize(flow.request()).sent("code")))).isEqualTo(first);
		AuthorizationFlow elsewhere = flow.sameBrowser(client("pairwise-b"));
		Answer answer = elsewhere.authorize(elsewhere.request());
		Answer allowed = answer.sent("code").isEmpty() ? elsewhere.allowAll(elsewhere.browser().follow(answer))
				: answer;
		assertThat(sid(elsewhere.redeem(allowed.sent("code")))).isNotEqualTo(first);
	}

	@Test
	void isNotAskedOfTheDatabaseUnlessItLooksLikeOne() {
		AuthorizationFlow flow = flow("pairwise-a");
		flow.code("alice");
		for (String name : new String[] { "a\\u0000b", "x".repeat(5000), "\\ud800" }) {
			assertThat(silent(flow, "claims", named(name)).sent("error")).isEqualTo("login_required");
		}
	}

	@Test
	void signsHerOutWithoutAsking() {
		AuthorizationFlow flow = flow("pairwise-a");
		Answer tokens = flow.tokens("alice");
		Answer out = flow.browser()
			.get("/connect/logout?" + Form.empty().and("id_token_hint", tokens.json("id_token")));
		assertThat(flow.browser().follow(out).text()).contains("You have been signed out");
	}

	private AuthorizationFlow flow(String id) {
		return this.flows.with(client(id));
	}

	private static TestClient client(String id) {
		return new TestClient(id, OwnClients.SECRET, "http://localhost:8080/" + id, SCOPE);
	}

	private static String sid(Answer tokens) throws ParseException {
		return SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet().getStringClaim("sid");
	}

	private static Map<MetadataField, Object> pairwise(String sector) {
		return Map.of(MetadataField.SUBJECT_TYPE, "pairwise", MetadataField.SECTOR_IDENTIFIER_URI, sector);
	}

	private static Answer silent(AuthorizationFlow flow, String name, String value) {
		return flow.authorize(flow.request().and("prompt", "none").and(name, value));
	}

	private static String named(String subject) {
		return "{\"id_token\": {\"sub\": {\"value\": \"" + subject + "\"}}}";
	}

	private static String subject(Answer tokens) throws ParseException {
		String name = subject(tokens.json("id_token"));
		assertThat(SignedJWT.parse(tokens.json("access_token")).getJWTClaimsSet().getSubject()).isEqualTo(name);
		return name;
	}

	private static String subject(String idToken) throws ParseException {
		return SignedJWT.parse(idToken).getJWTClaimsSet().getSubject();
	}

}
