package dev.quartet.app.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import dev.quartet.app.recording.SampleFlows;
import dev.quartet.app.recording.SessionFlows;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the flow explorer to what it promises. */
@DemoApp
class FlowWebTests {

	private final MockHttpSession session = new MockHttpSession();

	private final MockMvcTester browser;

	private final SampleFlows flows;

	FlowWebTests(@Autowired MockMvcTester browser, @Autowired SampleFlows flows) {
		this.browser = browser;
		this.flows = flows;
	}

	@Test
	void showsASignInByOpenIdConnect() {
		Document page = page(SampleFlows::oidc);
		assertThat(page.select("article h2").eachText()).containsExactly("1 Provider metadata",
				"2 Authorization request", "3 Authorization response", "4 Code for tokens", "5 Signing keys",
				"6 Who is it?", "7 Call of the API");
		assertThat(page.expectFirst(".lede").text()).isEqualTo("OpenID Connect · signed in");
		assertThat(page.text()).contains("alice@quartet.example", "Hello, alice!");
		assertThat(row(page, "#m4", "code_verifier")).contains("hidden, 43 characters", "RFC 7636 §4.5");
		assertThat(row(page, "#m4", "nonce")).contains("n-0S6_WzA2Mj", "OpenID Connect Core §2");
		assertThat(row(page, "#m4", "exp")).contains("1795290985", "21 November 2026");
		String secret = row(page, "#m3", "code").replaceAll(".*known by (\\w+).*", "$1");
		assertThat(secret).hasSize(8);
		assertThat(row(page, "#m4", "code")).contains("known by " + secret);
	}

	@Test
	void showsASignInByOAuth2() {
		Document page = page(SampleFlows::oauth2);
		assertThat(page.select("article h2").eachText()).containsExactly("1 Authorization request",
				"2 Authorization response", "3 Code for tokens", "4 Who is it?");
		assertThat(row(page, "#m4", "plan.name")).contains("free", "The provider’s own");
	}

	@Test
	void showsASignInByOAuth1() {
		Document page = page(SampleFlows::oauth1);
		assertThat(page.select("article h2").eachText()).containsExactly("1 Temporary credentials",
				"2 Authorization request", "3 Authorization response", "4 Token credentials", "5 Signed call");
		assertThat(row(page, "#m1", "Authorization.oauth_signature")).contains("hidden", "RFC 5849 §3.4");
		assertThat(row(page, "#m1", "oauth_token_secret")).contains("hidden", "RFC 5849 §2.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "oauth2", "oauth1" })
	void explainsEveryParameterOfOurOwnFlows(String kind) {
		List<Element> unknown = page(kind).select("article tr:contains(no specification we know of)");
		// What a provider of OAuth 2.0 or 1.0a tells about people is its own affair.
		assertThat(unknown).extracting((row) -> row.expectFirst("th").text())
			.isSubsetOf("id", "login", "name", "plan.name", "id_str");
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "oauth2", "oauth1" })
	void showsNoSecret(String kind) {
		String html = page(kind).outerHtml();
		SampleFlows.SECRETS.forEach((secret) -> assertThat(html).doesNotContain(secret,
				Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "oauth2", "oauth1" })
	void worksWithoutScriptAndInlineStyle(String kind) {
		Document page = page(kind);
		assertThat(page.select("script, style, [style], [onclick], iframe, object, img[src*=//]")).isEmpty();
		assertThat(page.text()).doesNotContain("??");
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "oauth2", "oauth1" })
	void leadsFromTheDiagramToEveryMessage(String kind) {
		Document page = page(kind);
		List<String> targets = page.select("article").eachAttr("id").stream().map((id) -> "#" + id).toList();
		assertThat(page.select("svg a").eachAttr("href")).isEqualTo(targets);
		assertThat(page.select("ol.steps a").eachAttr("href")).isEqualTo(targets);
		assertThat(page.select("svg a").eachAttr("aria-label"))
			.allMatch((label) -> label.matches("\\d: .+ from .+ to .+"));
		assertThat(page.expectFirst("svg").attr("aria-label")).contains(targets.size() + " messages");
	}

	@Test
	void writesEachMessageAsACurlCommand() {
		Document page = page(SampleFlows::oidc);
		assertThat(page.expectFirst("#m4 pre").wholeText()).startsWith("curl 'http://localhost:")
			.contains("--user \"quartet-app:${CLIENT_SECRET}\"", "--data-urlencode \"code=${CODE}\"",
					"--data-urlencode 'grant_type=authorization_code'");
		assertThat(page.expectFirst("#m2 pre").wholeText()).startsWith("curl --get '");
		assertThat(page(SampleFlows::oauth1).expectFirst("#m1 pre").wholeText()).contains("--request 'POST'",
				"oauth_signature=\"'\"$OAUTH_SIGNATURE\"'\"'");
	}

	@Test
	void listsTheTenNewestOfThisSession() {
		for (int count = 0; count < 11; count++) {
			SessionFlows.keep(this.session, this.flows.oauth2());
		}
		assertThat(Jsoup.parse(body("/flow")).select(".recordings li")).hasSize(10);
		assertThat(Jsoup.parse(body("/flow")).select("#go-flow[aria-current=page]")).hasSize(1);
	}

	@Test
	void saysThatThereIsNothingYet() {
		assertThat(Jsoup.parse(body("/flow")).select("#no-flows")).hasSize(1);
	}

	@Test
	void showsNobodyAnothersFlow() {
		String id = this.flows.oidc();
		SessionFlows.keep(this.session, id);
		assertThat(answer("/flow/" + id, this.session).getStatus()).isEqualTo(200);
		assertThat(answer("/flow/" + id, new MockHttpSession()).getStatus()).isEqualTo(404);
		assertThat(answer("/flow/made-up", this.session).getStatus()).isEqualTo(404);
		assertThat(answer("/flow/" + id, this.session).getHeader("Cache-Control")).contains("no-store");
	}

	private Document page(String kind) {
		return switch (kind) {
			case "oidc" -> page(SampleFlows::oidc);
			case "oauth2" -> page(SampleFlows::oauth2);
			default -> page(SampleFlows::oauth1);
		};
	}

	private Document page(Function<SampleFlows, String> flow) {
		String id = flow.apply(this.flows);
		SessionFlows.keep(this.session, id);
		return Jsoup.parse(body("/flow/" + id));
	}

	private String body(String address) {
		return new String(answer(address, this.session).getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse answer(String address, MockHttpSession visitor) {
		return this.browser.get().uri(address).session(visitor).exchange().getResponse();
	}

	private static String row(Document page, String message, String name) {
		return page.select(message + " tr")
			.stream()
			.filter((row) -> row.expectFirst("th, td").text().equals(name))
			.findFirst()
			.orElseThrow()
			.text();
	}

}
