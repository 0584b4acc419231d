package dev.quartet.auth.openid;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what the userinfo endpoint answers, and to whom (OpenID Connect Core §5.3). */
@QuartetServer
class UserInfoTests {

	private static final String CLIENT = "wants-to-know";

	private final Flows flows;

	private final OwnClients clients;

	UserInfoTests(@Autowired Flows flows, @Autowired OwnClients clients) {
		this.flows = flows;
		this.clients = clients;
	}

	@AfterEach
	void forget() {
		this.clients.forget(CLIENT);
	}

	@Test
	void tellsEveryClaimOfItsScope() {
		AuthorizationFlow flow = flow("openid profile email address phone", Map.of());
		Map<String, Object> told = flow.userInfo(flow.tokens("alice").json("access_token")).json();
		assertThat(told).containsEntry("sub", "alice")
			.containsEntry("preferred_username", "alice")
			.containsEntry("birthdate", "1852-05-04")
			.containsEntry("email_verified", true)
			.containsEntry("phone_number", "+44 20 7946 0123")
			.containsEntry("phone_number_verified", false);
		assertThat(told.get("address"))
			.isEqualTo(Map.of("street_address", "1 Rabbit Hole", "locality", "Oxford", "country", "United Kingdom"));
		assertThat(told.get("updated_at")).isInstanceOf(Number.class);
	}

	@Test
	void tellsNothingThatIsNotKnown() {
		AuthorizationFlow flow = flow("openid profile email address phone", Map.of());
		assertThat(flow.userInfo(flow.tokens("bob").json("access_token")).json()).doesNotContainKeys("address",
				"phone_number", "phone_number_verified", "nickname");
	}

	@Test
	void answersAPostWithTheTokenInTheHeaderOrInTheBody() {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("access_token");
		Answer header = flow.browser().post("/userinfo", Form.empty(), "Authorization", "Bearer " + token);
		Answer body = flow.browser().post("/userinfo", Form.empty().and("access_token", token));
		assertThat(header.json()).containsEntry("sub", "alice").isEqualTo(body.json());
		Answer both = flow.browser()
			.post("/userinfo", Form.empty().and("access_token", token), "Authorization", "Bearer " + token);
		assertThat(both.status()).isEqualTo(400);
		assertThat(both.header("WWW-Authenticate")).contains("error=\"invalid_request\"");
		assertThat(flow.browser().get("/userinfo?access_token=" + token).status()).isEqualTo(401);
	}

	@Test
	void signsItForTheClientThatWantsIt() throws ParseException, JOSEException {
		AuthorizationFlow flow = flow("openid email", Map.of(MetadataField.USERINFO_SIGNED_RESPONSE_ALG, "RS256"));
		Answer answer = flow.userInfo(flow.tokens("alice").json("access_token"));
		assertThat(answer.header("Content-Type")).isEqualTo("application/jwt");
		SignedJWT signed = SignedJWT.parse(answer.body());
		JWKSet keys = JWKSet.parse(this.flows.browser().get("/oauth2/jwks").body());
		assertThat(signed.verify(new RSASSAVerifier(keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey())))
			.isTrue();
		assertThat(signed.getJWTClaimsSet().getClaims()).containsEntry("iss", "http://localhost:9000")
			.containsEntry("aud", List.of(CLIENT))
			.containsEntry("sub", "alice")
			.containsEntry("email", "alice@example.com")
			.doesNotContainKeys("exp", "nonce");
	}

	@Test
	void neverPassesForAnIdToken() {
		AuthorizationFlow flow = flow("openid", Map.of(MetadataField.USERINFO_SIGNED_RESPONSE_ALG, "ES256"));
		String signed = flow.userInfo(flow.tokens("alice").json("access_token")).body();
		assertThat(flow.authorize(flow.request().and("id_token_hint", signed)).sent("error"))
			.isEqualTo("invalid_request");
		assertThat(flow.userInfo(signed).status()).isEqualTo(401);
	}

	private AuthorizationFlow flow(String scope, Map<MetadataField, Object> further) {
		TestClient client = this.clients.register(CLIENT, scope, further);
		return this.flows.with(client);
	}

}
