package dev.quartet.auth.rfc9068;

import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what an access token carries (RFC 9068 §2). */
@QuartetServer
class AccessTokenTests {

	private final Flows flows;

	AccessTokenTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Test
	void saysWhoItIsForAndWhatItOpens() throws ParseException {
		SignedJWT token = SignedJWT.parse(this.flows.app().tokens("alice").json("access_token"));
		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
		JWTClaimsSet claims = token.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
		assertThat(claims.getSubject()).isEqualTo("alice");
		assertThat(claims.getAudience()).containsExactly("http://localhost:8090", "http://localhost:9000/userinfo");
		assertThat(claims.getStringClaim("client_id")).isEqualTo("quartet-app");
		assertThat(claims.getStringClaim("scope")).isEqualTo("email notes:read notes:write openid profile");
		assertThat(claims.getJWTID()).isNotEmpty();
		assertThat(claims.getExpirationTime()).isEqualTo(fiveMinutesAfter(claims.getIssueTime()));
	}

	@Test
	void saysWhenAndHowSheSignedIn() throws ParseException {
		SignedJWT token = SignedJWT.parse(this.flows.app().tokens("alice").json("access_token"));
		Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
		assertThat(claims).containsEntry("acr", "1").containsEntry("amr", List.of("pwd"));
		assertThat(claims.get("auth_time")).isInstanceOf(Number.class);
	}

	@Test
	void namesTheResourceOfItsScopes() throws ParseException {
		SignedJWT token = SignedJWT.parse(this.flows.machineToken("calendar:read").json("access_token"));
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://calendar.example");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("quartet-machine");
		assertThat(token.getJWTClaimsSet().getClaims()).doesNotContainKey("grant_id");
	}

	private static Date fiveMinutesAfter(Date issued) {
		return Date.from(issued.toInstant().plusSeconds(300));
	}

}
