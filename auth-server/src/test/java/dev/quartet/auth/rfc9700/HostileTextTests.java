package dev.quartet.auth.rfc9700;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says that a text from outside is only ever a text: no mark-up, no expression, no query,
 * no message.
 */
@QuartetServer
class HostileTextTests {

	private static final String MARKUP = "\"><img src=x onerror=1>${1234567*1234567}#{}{{1234567*1234567}}*{1}@{/x}";

	private static final String PRODUCT = "1524155677489";

	private static final String QUERY = "' or 1=1 --";

	private final Flows flows;

	HostileTextTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@ParameterizedTest
	@ValueSource(strings = { "login_hint", "ui_locales", "scope", "state", "client_id", "nonce", "prompt", "display",
			"acr_values", "redirect_uri", "response_type", "response_mode", "claims", "resource", "unknown" })
	void showsMarkUpAsText(String name) {
		AuthorizationFlow flow = this.flows.app();
		Form request = flow.request().with(name, MARKUP);
		assertHarmless(flow.browser().follow(flow.authorize(request)));
		assertHarmless(flow.browser().follow(flow.authorize(request.with("response_mode", "form_post"))));
		flow.code("alice");
		assertHarmless(flow.browser().follow(flow.authorize(request.and("prompt", "consent"))));
		assertHarmless(flow.push(request));
	}

	@Test
	void showsMarkUpInANameAsText() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		Answer again = flow.browser().follow(flow.signIn(login, MARKUP, "x"));
		assertThat(again.page().select("#login-failed")).isNotEmpty();
		assertHarmless(again);
	}

	private static void assertHarmless(Answer answer) {
		assertThat(answer.status()).isLessThan(500);
		assertThat(answer.page().select("img[onerror]")).isEmpty();
		assertThat(answer.body()).doesNotContain(PRODUCT);
		assertThat(answer.location()).doesNotContain(PRODUCT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login?failed&error_description=Call%20me", "/login?error=Call", "/login?failed=Call",
			"/login?busy=Call&message=Call", "/error?message=Call&error=Call&status=Call&path=Call",
			"/signed-out?message=Call", "/oauth2/authorize?error=Call&error_description=Call",
			"/oauth2/consent?error_description=Call", "/nowhere?message=Call" })
	void saysNothingInTheWordsOfAnAddress(String address) {
		Answer page = this.flows.browser().get(address, "Accept", "text/html");
		assertThat(page.status()).isLessThan(500);
		assertThat(page.text()).doesNotContain("Call");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "scope", "redirect_uri", "response_type", "prompt", "request_uri" })
	void takesAQueryForAWrongParameter(String name) {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Answer answer = flow.authorize(flow.request().with(name, QUERY));
		assertThat(answer.status()).isIn(302, 303, 400);
		assertThat(answer.location()).doesNotContain("code=");
		assertThat(flow.push(flow.request().with(name, QUERY)).status()).isIn(400, 401);
	}

	@Test
	void takesAQueryForAState() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		assertThat(flow.authorize(flow.request().with("state", QUERY)).sent("state")).isEqualTo(QUERY);
		assertThat(flow.browser().get("/oauth2/consent?" + Form.empty().and("state", QUERY)).status()).isEqualTo(400);
	}

	@Test
	void takesAQueryForAnUnknownName() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		for (String name : new String[] { QUERY, "alice" + QUERY, "alice'--", "alice\0", "*", "%" }) {
			Answer again = flow.browser().follow(flow.signIn(login, name, "x"));
			assertThat(again.page().select("#login-failed")).as(name).isNotEmpty();
		}
		assertThat(this.flows.machineToken(QUERY).json("error")).isEqualTo("invalid_scope");
		TestClient nobody = new TestClient(QUERY, "x", "", "");
		assertThat(this.flows.with(nobody).introspect(QUERY).json("error")).isEqualTo("invalid_client");
	}

	@Test
	void takesAQueryForAWrongCodeOrToken() {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.redeem(QUERY).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(QUERY).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.introspect(QUERY).json("active")).isEqualTo("false");
		assertThat(flow.userInfo(QUERY).status()).isIn(400, 401);
		DeviceFlow device = this.flows.device();
		assertThat(device.poll(QUERY).json("error")).isEqualTo("invalid_grant");
		assertThat(device.ask(Form.empty().and("scope", QUERY)).json("error")).isEqualTo("invalid_scope");
	}

}
