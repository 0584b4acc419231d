package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.outbound.Listener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what the authorization endpoint refuses to somebody who is signed in (RFC 6749
 * §3.1, §4.1.2.1).
 */
@QuartetServer
class AuthorizationRefusalTests {

	private final Flows flows;

	private AuthorizationFlow flow;

	AuthorizationRefusalTests(@Autowired Flows flows) {
		this.flows = flows;
		this.flow = flows.app();
	}

	@BeforeEach
	void signIn() {
		this.flow = this.flows.app();
		this.flow.code("alice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "quartet-app ", "quartet-app%", "QUARTET-APP" })
	void refusesAnUnknownClient(String clientId) {
		refuses(this.flow.authorize(this.flow.request().with("client_id", clientId)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "id_token token", "code id_token", "Code" })
	void refusesAnyResponseTypeButCode(String responseType) {
		refuses(this.flow.authorize(this.flow.request().with("response_type", responseType)));
	}

	@Test
	void refusesARequestWithoutAResponseType() {
		refuses(this.flow.authorize(this.flow.request().without("response_type")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
			"code_challenge_method", "response_type", "response_mode", "prompt", "max_age", "display", "ui_locales",
			"login_hint", "acr_values", "claims", "request", "request_uri", "id_token_hint" })
	void refusesAnyParameterThatComesTwice(String name) {
		Form rest = this.flow.request().without(name);
		for (Form twice : new Form[] { rest.and(name, "").and(name, "a"), rest.and(name, "a").and(name, ""),
				rest.and(name, "a").and(name, "a"), this.flow.request().and(name, "").and(name, "a") }) {
			Answer answer = this.flow.authorize(twice);
			refuses(answer);
			assertThat(answer.text()).contains("invalid_request");
			assertThat(this.flow.push(twice).json("error")).isEqualTo("invalid_request");
		}
	}

	@Test
	void returnsALongStateByteByByte() {
		String state = "0123456789abcde\"".repeat(32);
		assertThat(this.flow.authorize(this.flow.request().with("state", state)).sent("state")).hasSize(512)
			.isEqualTo(state);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b&c=d%20e+f", "\"><svg onload=alert(1)>", "\r\nSet-Cookie: x=1", "žluťoučký 🐎",
			"&error=none&iss=https://evil.example" })
	void returnsTheStateOfAnErrorByteByByte(String state) {
		Answer refused = this.flow.authorize(this.flow.request().with("state", state).with("scope", "openid admin"));
		assertThat(refused.sent("error")).isEqualTo("invalid_scope");
		assertThat(refused.sent("state")).isEqualTo(state);
		assertThat(refused.sent("iss")).isEqualTo("http://localhost:9000");
		assertThat(refused.header("Set-Cookie")).doesNotContain("x=1");
	}

	@Test
	void neverFetchesARequestFromAnAddress() {
		try (Listener stranger = new Listener().at("/request", "eyJhbGciOiJub25lIn0.e30.")) {
			Form foreign = this.flow.request().and("request_uri", stranger.address("/request").toString());
			assertThat(this.flow.authorize(foreign).sent("error")).isEqualTo("request_uri_not_supported");
			assertThat(this.flow.push(foreign).status()).isEqualTo(400);
			assertThat(this.flows.app().authorize(foreign).sent("code")).isEmpty();
			assertThat(stranger.asked()).isEmpty();
		}
	}

	private static void refuses(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

}
