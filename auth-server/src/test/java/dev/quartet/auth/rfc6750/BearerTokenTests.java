package dev.quartet.auth.rfc6750;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what an access token opens here: userinfo, and nothing that a person opens. */
@QuartetServer
class BearerTokenTests {

	private final Flows flows;

	BearerTokenTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Test
	void isNoSignInForAPushedRequest() {
		AuthorizationFlow flow = this.flows.app();
		String[] bearer = bearer(flow);
		String requestUri = flow.push(flow.request()).json("request_uri");
		Form request = Form.empty().and("client_id", "quartet-app").and("request_uri", requestUri);
		Answer answer = this.flows.browser().get("/oauth2/authorize?" + request, bearer);
		assertThat(answer.location()).contains("/login").doesNotContain("code=");
	}

	@Test
	void isNoSignInForARequestInTheAddress() {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = this.flows.browser().get("/oauth2/authorize?" + flow.request(), bearer(flow));
		assertThat(answer.location()).contains("/login").doesNotContain("code=");
	}

	@Test
	void answersNoConsentPage() {
		AuthorizationFlow flow = this.flows.app();
		String[] bearer = bearer(flow);
		Answer consent = flow.browser().follow(flow.authorize(flow.request().and("prompt", "consent")));
		Form answer = Form.empty()
			.and("client_id", "quartet-app")
			.and("state", consent.hidden("state"))
			.and("scope", "notes:read");
		assertThat(this.flows.browser().post("/oauth2/authorize", answer, bearer).location()).contains("/login")
			.doesNotContain("code=");
	}

	private static String[] bearer(AuthorizationFlow flow) {
		return new String[] { "Authorization", "Bearer " + flow.tokens("alice").json("access_token") };
	}

}
