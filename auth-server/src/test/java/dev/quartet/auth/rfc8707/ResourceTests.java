package dev.quartet.auth.rfc8707;

import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says for which API a token is when the client names it (RFC 8707 §2). */
@QuartetServer
class ResourceTests {

	private static final String NOTES = "http://localhost:8090";

	private final Flows flows;

	ResourceTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Test
	void givesATokenForTheApiThatIsNamed() throws Exception {
		AuthorizationFlow flow = this.flows.app();
		Form request = flow.request().with("scope", "openid notes:read").and("resource", NOTES);
		Answer tokens = flow.redeem(code(flow, request));
		assertThat(audience(tokens)).containsExactly(NOTES, "http://localhost:9000/userinfo");
		assertThat(audience(flow.refresh(tokens.json("refresh_token")))).isEqualTo(audience(tokens));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://unknown.example", "https://calendar.example", "notes", "//localhost:8090",
			"http://localhost:8090#x", "http://localhost:8090/", "http://localhost:8090 https://calendar.example" })
	void refusesAnyOtherApi(String resource) {
		AuthorizationFlow flow = this.flows.app();
		Answer refused = flow.authorize(flow.request().and("resource", resource));
		assertThat(refused.sent("error")).isEqualTo("invalid_target");
		assertThat(flow.push(flow.request().and("resource", resource)).json("error")).isEqualTo("invalid_target");
	}

	@Test
	void refusesOneOfSeveral() {
		AuthorizationFlow flow = this.flows.app();
		Form request = flow.request().and("resource", NOTES).and("resource", "https://unknown.example");
		assertThat(flow.authorize(request).sent("error")).isEqualTo("invalid_target");
	}

	private static String code(AuthorizationFlow flow, Form request) {
		Answer answer = flow.signIn("alice", request);
		return (answer.redirects() ? answer : flow.allow(answer, "openid", "notes:read")).sent("code");
	}

	private static List<String> audience(Answer tokens) throws Exception {
		return SignedJWT.parse(tokens.json("access_token")).getJWTClaimsSet().getAudience();
	}

}
