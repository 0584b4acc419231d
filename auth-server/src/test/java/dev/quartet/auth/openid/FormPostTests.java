package dev.quartet.auth.openid;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how an answer is posted to the client (OAuth 2.0 Form Post Response Mode §2). */
@QuartetServer
class FormPostTests {

	private final Flows flows;

	FormPostTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Test
	void postsTheCode() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Answer page = flow.authorize(flow.request().with("state", "\"><svg>&amp;").and("response_mode", "form_post"));
		assertPosts(page);
		assertThat(page.hidden("state")).isEqualTo("\"><svg>&amp;");
		assertThat(page.hidden("iss")).isEqualTo("http://localhost:9000");
		assertThat(flow.redeem(page.hidden("code")).status()).isEqualTo(200);
	}

	@Test
	void postsTheCodeAfterTheConsentPage() {
		AuthorizationFlow flow = this.flows.app();
		Answer consent = flow.signIn("bob", flow.request().and("prompt", "consent").and("response_mode", "form_post"));
		Answer page = flow.allowAll(consent);
		assertPosts(page);
		assertThat(flow.redeem(page.hidden("code")).status()).isEqualTo(200);
	}

	@Test
	void postsTheCodeOfAPushedRequest() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Answer page = flow
			.authorizePushed(flow.push(flow.request().and("response_mode", "form_post")).json("request_uri"));
		assertPosts(page);
		assertThat(flow.redeem(page.hidden("code")).status()).isEqualTo(200);
	}

	@Test
	void postsErrors() {
		AuthorizationFlow flow = this.flows.app();
		Answer page = flow.authorize(flow.request().and("response_mode", "form_post").and("prompt", "none"));
		assertPosts(page);
		assertThat(page.hidden("error")).isEqualTo("login_required");
		assertThat(page.hidden("state")).isEqualTo("a state");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fragment", "web_message", "query.jwt", "x" })
	void refusesOtherModes(String mode) {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.authorize(flow.request().and("response_mode", mode)).sent("error"))
			.isEqualTo("invalid_request");
	}

	private static void assertPosts(Answer page) {
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.page().select("form").attr("action"))
			.isEqualTo("http://localhost:8080/login/oauth2/code/quartet");
		assertThat(page.page().select("form").attr("method")).isEqualTo("post");
		assertThat(page.page().select("button[type=submit]")).hasSize(1);
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.header("Content-Security-Policy")).contains("form-action 'self' http://localhost:8080")
			.contains("script-src 'sha256-")
			.doesNotContain("unsafe");
	}

}
