package dev.quartet.auth.openid;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what a browser loads after a sign-out (OpenID Connect Front-Channel Logout 1.0).
 */
@QuartetServer
class FrontChannelLogoutTests {

	private static final String ADDRESS = "https://party.example:8443/bye?x=1";

	private final Flows flows;

	private final OwnClients clients;

	FrontChannelLogoutTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = new OwnClients(clients, clock);
	}

	@AfterEach
	void forgetTheClient() {
		this.clients.forget("framed");
	}

	@Test
	void loadsTheClientsPageInAFrameAndGoesOn() {
		AuthorizationFlow flow = this.flows.with(register(Map.of(MetadataField.FRONTCHANNEL_LOGOUT_URI, ADDRESS)));
		Answer page = signOut(flow, flow.tokens("alice"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.page().select("iframe").eachAttr("src")).containsExactly(ADDRESS);
		assertThat(page.header("Content-Security-Policy")).endsWith("; frame-src https://party.example:8443");
		String destination = "http://localhost:8080/bye?of=framed&state=s%201";
		assertThat(page.page().select("#return").attr("href")).isEqualTo(destination);
		assertThat(page.header("Refresh")).isEqualTo("3;url=" + destination);
		assertThat(page.page().select("script")).isEmpty();
		assertThat(flow.authorize(flow.request()).location()).startsWith("/login");
	}

	@Test
	void namesTheVeryPortOfAnAddressOnThisMachine() {
		AuthorizationFlow flow = this.flows
			.with(register(Map.of(MetadataField.FRONTCHANNEL_LOGOUT_URI, "http://127.0.0.1:9999/bye")));
		assertThat(signOut(flow, flow.tokens("alice")).header("Content-Security-Policy"))
			.endsWith("; frame-src http://127.0.0.1:9999");
	}

	@Test
	void namesTheIssuerAndTheSessionToAClientThatNeedsThem() throws ParseException {
		AuthorizationFlow flow = this.flows.with(register(Map.of(MetadataField.FRONTCHANNEL_LOGOUT_URI, ADDRESS,
				MetadataField.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, true)));
		Answer tokens = flow.tokens("alice");
		String sid = SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet().getStringClaim("sid");
		assertThat(signOut(flow, tokens).page().select("iframe").attr("src"))
			.isEqualTo(ADDRESS + "&iss=http%3A%2F%2Flocalhost%3A9000&sid=" + sid);
	}

	@Test
	void loadsNothingForAClientOfAnotherSession() {
		TestClient framed = register(Map.of(MetadataField.FRONTCHANNEL_LOGOUT_URI, ADDRESS));
		this.flows.with(framed).tokens("alice");
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.browser()
			.get("/connect/logout?" + Form.empty().and("id_token_hint", flow.tokens("alice").json("id_token")));
		assertThat(answer.location()).endsWith("/signed-out");
		assertThat(flow.browser().follow(answer).header("Content-Security-Policy")).doesNotContain("frame-src");
	}

	@Test
	void loadsItAfterASignOutOnOurOwnPageToo() {
		AuthorizationFlow flow = this.flows.with(register(Map.of(MetadataField.FRONTCHANNEL_LOGOUT_URI, ADDRESS)));
		flow.tokens("alice");
		String csrf = flow.browser().get("/").hidden("_csrf");
		Answer page = flow.browser().post("/logout", Form.empty().and("_csrf", csrf));
		assertThat(page.page().select("iframe").eachAttr("src")).containsExactly(ADDRESS);
		assertThat(page.header("Refresh")).isEmpty();
	}

	private TestClient register(Map<MetadataField, Object> further) {
		return this.clients.register("framed", "openid profile", further);
	}

	private static Answer signOut(AuthorizationFlow flow, Answer tokens) {
		return flow.browser()
			.get("/connect/logout?" + Form.empty()
				.and("id_token_hint", tokens.json("id_token"))
				.and("post_logout_redirect_uri", "http://localhost:8080/bye?of=framed")
				.and("state", "s 1"));
	}

}
