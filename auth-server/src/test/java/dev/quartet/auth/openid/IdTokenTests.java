package dev.quartet.auth.openid;

import java.text.ParseException;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what an application learns about a person (OpenID Connect Core §2, §5.3). */
@QuartetServer
class IdTokenTests {

	private final Flows flows;

	IdTokenTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Test
	void tellsWhoSignedInWhenAndHow() throws ParseException {
		JWTClaimsSet claims = claims(this.flows.app().tokens("alice"));
		assertThat(claims.getSubject()).isEqualTo("alice");
		assertThat(claims.getAudience()).containsExactly("quartet-app");
		assertThat(claims.getStringClaim("nonce")).isEqualTo("a nonce");
		assertThat(claims.getStringClaim("sid")).isNotEmpty();
		assertThat(claims.getStringListClaim("amr")).isEqualTo(List.of("pwd"));
		assertThat(claims.getDateClaim("auth_time")).isNotNull();
		assertThat(claims.getStringClaim("at_hash")).hasSize(22);
	}

	@Test
	void keepsSessionAndTimeAfterARefreshButNotTheNonce() throws ParseException {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		JWTClaimsSet first = claims(tokens);
		JWTClaimsSet second = claims(flow.refresh(tokens.json("refresh_token")));
		assertThat(second.getStringClaim("sid")).isEqualTo(first.getStringClaim("sid"));
		assertThat(second.getDateClaim("auth_time")).isEqualTo(first.getDateClaim("auth_time"));
		assertThat(second.getStringClaim("nonce")).isNull();
	}

	@Test
	void givesUserInfoByScope() {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.userInfo(flow.tokens("alice").json("access_token")).json()).containsEntry("sub", "alice")
			.containsEntry("preferred_username", "alice")
			.containsEntry("email", "alice@example.com");
		Answer consent = flow.signIn("alice", flow.request().and("prompt", "consent"));
		Answer less = flow.redeem(flow.allow(consent, "openid", "email").sent("code"));
		assertThat(flow.userInfo(less.json("access_token")).json()).containsEntry("email", "alice@example.com")
			.doesNotContainKeys("preferred_username", "name");
	}

	@Test
	void givesUserInfoOnlyForAnAccessToken() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		for (String wrong : List.of(tokens.json("id_token"), tokens.json("refresh_token"), "x",
				this.flows.machineToken("notes:read").json("access_token"))) {
			Answer answer = flow.userInfo(wrong);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		}
	}

	private static JWTClaimsSet claims(Answer tokens) throws ParseException {
		return SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet();
	}

}
