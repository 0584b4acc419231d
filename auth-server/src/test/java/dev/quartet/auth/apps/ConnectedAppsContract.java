package dev.quartet.auth.apps;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person can do about the applications that she has let in. */
interface ConnectedAppsContract {

	String SCOPE = "openid profile offline_access notes:read notes:write";

	ApplicationContext server();

	@AfterEach
	default void comeBackToThePresent() {
		server().getBean(MovableClock.class).reset();
	}

	@Test
	default void showsWhatEachMayDo() {
		AuthorizationFlow flow = connected(client());
		Answer page = flow.browser().get("/account/apps");
		String card = page.page().select("[data-client=" + id(flow) + "]").text();
		assertThat(card).contains("Verified", "Read your notes", "Not used yet", "It can go on without you");
		assertThat(one(flow).page().select("#narrow-form input[type=checkbox]").eachAttr("value"))
			.containsExactly("offline_access", "profile", "notes:read", "notes:write");
	}

	@Test
	default void takesBackAPartAtOnce() {
		AuthorizationFlow flow = with(client());
		Answer tokens = flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		Answer done = send(flow, "narrow",
				Form.empty().and("shown", "notes:read").and("shown", "notes:write").and("scope", "notes:read"));
		assertThat(done.page().select("#done").text()).contains("Taken back");
		assertThat(flow.introspect(tokens.json("access_token")).json("scope")).contains("notes:read")
			.doesNotContain("notes:write");
		assertThat(flow.refresh(tokens.json("refresh_token")).json("scope")).doesNotContain("notes:write");
		Answer asked = flow.browser().follow(flow.authorize(flow.request()));
		assertThat(asked.page().select("#why").text()).contains("more than you have allowed");
	}

	@Test
	default void takesBackEverythingAtOnceAndTellsTheClientWhy() {
		AuthorizationFlow flow = with(client());
		Answer tokens = flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		Answer done = send(flow, "revoke", Form.empty());
		assertThat(done.page().select("#done").text()).contains("no access any more");
		assertThat(flow.introspect(tokens.json("access_token")).json("active")).isEqualTo("false");
		Answer refused = flow.refresh(tokens.json("refresh_token"));
		assertThat(refused.json("error")).isEqualTo("invalid_grant");
		assertThat(refused.json("error_description")).contains("withdrew");
		assertThat(flow.browser().get("/account/apps").page().select("[data-client=" + id(flow) + "]")).isEmpty();
	}

	@Test
	default void givesNothingForACodeOfWhatWasTakenBack() {
		AuthorizationFlow flow = with(client());
		String code = flow.allowAll(flow.signIn("alice", flow.request())).sent("code");
		send(flow, "revoke", Form.empty());
		assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void shortensAndNeverLengthens() {
		AuthorizationFlow flow = with(client());
		Answer tokens = flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		assertThat(send(flow, "shorten", Form.empty().and("until", "day")).page().select("#done").text())
			.contains("sooner");
		assertThat(send(flow, "shorten", Form.empty().and("until", "month")).page().select("#done").text())
			.contains("nothing to change");
		assertThat(send(flow, "shorten", Form.empty().and("until", "a century")).page().select("#done").text())
			.contains("nothing to change");
		server().getBean(MovableClock.class).advance(Duration.ofHours(25));
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void endsOneDeviceAndLeavesTheOthers() {
		AuthorizationFlow flow = with(client());
		Answer first = flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		Answer second = flow.redeem(flow.authorize(flow.request()).sent("code"));
		send(flow, "end", Form.empty().and("grant", second.json("grant_id")));
		assertThat(flow.refresh(second.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(first.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	default void letsNobodyTouchWhatIsAnotherPersons() {
		TestClient client = client();
		AuthorizationFlow alice = with(client);
		Answer tokens = alice.redeem(alice.allowAll(alice.signIn("alice", alice.request())).sent("code"));
		AuthorizationFlow bob = with(client);
		bob.signIn("bob", bob.request());
		send(bob, "revoke", Form.empty());
		send(bob, "end", Form.empty().and("grant", tokens.json("grant_id")));
		send(bob, "narrow", Form.empty().and("shown", "notes:read"));
		assertThat(alice.refresh(tokens.json("refresh_token")).json("scope")).contains("notes:read");
	}

	@Test
	default void takesNoFormFromAnotherSite() {
		AuthorizationFlow flow = connected(client());
		Answer forged = flow.browser().post("/account/apps/revoke", Form.empty().and("client_id", id(flow)));
		assertThat(forged.status()).isIn(302, 403);
		assertThat(one(flow).page().select("#narrow-form")).isNotEmpty();
	}

	@Test
	default void givesASignedReceiptThatIsNoToken() throws ParseException, JOSEException {
		AuthorizationFlow flow = connected(client());
		String id = server().getBean(JdbcClient.class)
			.sql("select id from receipt where client_id = :id")
			.param("id", id(flow))
			.query(UUID.class)
			.single()
			.toString();
		Answer page = flow.browser().get("/account/receipts/" + id);
		assertThat(page.page().select("#verified").text()).contains("this server has signed it");
		Answer file = flow.browser().get("/account/receipts/" + id + "/download");
		assertThat(file.header("Content-Disposition")).contains("attachment", id);
		SignedJWT signed = SignedJWT.parse(file.json("jws"));
		assertThat(signed.getHeader().getType()).hasToString("consent-receipt+jwt");
		assertThat(signed.verify(new ECDSAVerifier((ECKey) signed.getHeader().getJWK()))).isTrue();
		Map<String, Object> content = signed.getPayload().toJSONObject();
		assertThat(content).containsEntry("sub", "alice").containsEntry("decision", "allowed");
		assertThat(String.valueOf(content.get("scope"))).contains("notes:write");
		assertThat(flow.userInfo(file.json("jws")).status()).isEqualTo(401);
		AuthorizationFlow bob = with(TestClient.app());
		bob.signIn("bob", bob.request());
		assertThat(bob.browser().get("/account/receipts/" + id + "/download").status()).isEqualTo(404);
		assertThat(bob.browser().get("/account/receipts/" + id).location()).endsWith("/account/receipts");
	}

	private static Answer send(AuthorizationFlow flow, String action, Form form) {
		return flow.browser()
			.follow(flow.browser()
				.post("/account/apps/" + action, form.and("_csrf", csrf(flow)).and("client_id", id(flow))));
	}

	// Every page has the form that signs out.
	private static String csrf(AuthorizationFlow flow) {
		return flow.browser().get("/").hidden("_csrf");
	}

	private static Answer one(AuthorizationFlow flow) {
		return flow.browser().get("/account/apps/one?client_id=" + id(flow));
	}

	private static String id(AuthorizationFlow flow) {
		return String.valueOf(flow.request().claims().get("client_id"));
	}

	private AuthorizationFlow connected(TestClient client) {
		AuthorizationFlow flow = with(client);
		flow.redeem(flow.allowAll(flow.signIn("alice", flow.request())).sent("code"));
		return flow;
	}

	private TestClient client() {
		return server().getBean(OwnClients.class).register("app-" + UUID.randomUUID(), SCOPE, Map.of());
	}

	private AuthorizationFlow with(TestClient client) {
		return server().getBean(Flows.class).with(client);
	}

}
