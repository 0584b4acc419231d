package dev.quartet.auth.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks what every page promises: words, landmarks, forms and no script. */
@SpringBootTest(classes = SampleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesWebTests {

	private Answers answers = new Answers(0);

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.answers = new Answers(port);
	}

	@ParameterizedTest
	@EnumSource
	void saysEverythingInWords(SamplePages page) {
		HttpResponse<String> answer = this.answers.page("/samples/" + page);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(answer.body()).doesNotContain("??", "th:", "${", "#{", "{0}", "<!--");
		assertThat(Jsoup.parse(answer.body()).title()).endsWith(" · Quartet");
	}

	@ParameterizedTest
	@EnumSource
	void hasTheLandmarksOfAnAccessiblePage(SamplePages page) {
		Document html = open(page);
		assertThat(html.select("html[lang=en][dir=ltr]")).hasSize(1);
		assertThat(html.select("h1")).hasSize(1);
		assertThat(html.select("body > header, body > main, body > footer")).hasSize(3);
		List<String> ids = html.select("[id]").eachAttr("id");
		assertThat(ids).doesNotHaveDuplicates();
		for (Element input : html.select("input:not([type=hidden])")) {
			assertThat(html.select("label").eachAttr("for")).contains(input.id());
		}
		for (String attribute : List.of("aria-labelledby", "aria-describedby", "form")) {
			assertThat(html.select("[" + attribute + "]").eachAttr(attribute))
				.allSatisfy((value) -> assertThat(ids).contains(value.split(" ")));
		}
	}

	@ParameterizedTest
	@EnumSource
	void runsNoScriptAndLoadsNothingFromElsewhere(SamplePages page) {
		Document html = open(page);
		boolean leaves = page == SamplePages.FORM_POST || page == SamplePages.LEAVE_POST;
		assertThat(html.select("script, style, [style], iframe, object, embed, base")).isEmpty();
		assertThat(html.getAllElements()).allSatisfy((element) -> assertThat(element.attributes())
			.noneMatch((attribute) -> attribute.getKey().startsWith("on")));
		assertThat(html.select("link, img, form, [src]"))
			.allSatisfy((element) -> assertThat(element.attr("href") + element.attr("src") + element.attr("action"))
				.matches(leaves ? "/[^/].*|http://localhost:8080/callback" : "/[^/].*|"));
		for (String asset : html.select("link").eachAttr("href")) {
			assertThat(this.answers.get(asset, "*/*").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void doesNotTakeWordsOfAClientForMarkup() {
		assertThat(open(SamplePages.CONSENT_STRANGER).select("#calls-itself").text())
			.contains("<script>alert(1)</script>");
	}

	@Test
	void protectsTheFormsOfTheServerItself() {
		assertThat(open(SamplePages.LOGIN).select("form[action=/login] input[name=_csrf]")).hasSize(1);
		assertThat(open(SamplePages.CONSENT).select("form[action=/login/switch] input[name=_csrf]")).hasSize(1);
		assertThat(open(SamplePages.LOGOUT_CONFIRM).select("form[action=/connect/logout/confirm] input[name=_csrf]"))
			.hasSize(1);
		assertThat(open(SamplePages.SETUP).select("form[action=/setup] input[name=_csrf]")).hasSize(1);
	}

	@Test
	void returnsToWhatWasAskedFor() {
		assertThat(open(SamplePages.LOGIN).select("input[name=continue]").attr("value"))
			.isEqualTo("/oauth2/authorize?client_id=quartet-app&continue");
		assertThat(open(SamplePages.LOGIN_PLAIN).select("input[name=continue]")).isEmpty();
	}

	@Test
	void allowsWhatIsTicked() {
		Element form = Objects.requireNonNull(open(SamplePages.CONSENT).selectFirst("form#allow-form"));
		assertThat(form.attr("action")).isEqualTo("/oauth2/authorize");
		assertThat(form.select("input[name]").eachAttr("name")).containsExactly("client_id", "state", "shown", "scope",
				"scope", "scope", "scope", "scope", "duration", "duration", "duration", "duration", "scope");
		assertThat(form.select("input[checked]").eachAttr("value")).containsExactly("profile", "email", "month",
				"offline_access");
	}

	@Test
	void allowsNothingByTheEnterKeyAlone() {
		// Enter presses the first button that is enabled, and one of this method sends
		// nothing.
		Element first = Objects.requireNonNull(open(SamplePages.CONSENT).selectFirst("form#allow-form button"));
		assertThat(first.hasAttr("disabled")).isFalse();
		assertThat(first.attr("formmethod")).isEqualTo("dialog");
	}

	@Test
	void deniesWithoutAScope() {
		Document page = open(SamplePages.CONSENT);
		assertThat(page.select("form#deny-form[action=/oauth2/authorize] input").eachAttr("name"))
			.containsExactly("client_id", "state");
		assertThat(page.select("button#deny").attr("form")).isEqualTo("deny-form");
		assertThat(page.select(".actions button").eachAttr("id")).containsExactly("deny", "allow");
	}

	@Test
	void marksWhatIsNewOnlyWhenSomethingWasAllowedBefore() {
		assertThat(open(SamplePages.CONSENT).select("fieldset .badge").eachText()).containsExactly("Sensitive",
				"High risk");
		assertThat(open(SamplePages.CONSENT_AGAIN).select("fieldset .badge").eachText())
			.containsExactly("Allowed before", "New");
	}

	@Test
	void warnsOfAProgramOnThisComputer() {
		assertThat(open(SamplePages.CONSENT).select("#loopback")).isEmpty();
		assertThat(open(SamplePages.CONSENT_AGAIN).select("#loopback").text()).contains("cannot be proven");
	}

	@Test
	void opensTheHomePage() {
		assertThat(Jsoup.parse(this.answers.page("/").body()).select("#issuer").text())
			.isEqualTo("http://localhost:9000");
	}

	@Test
	void letsTheFormsOfOnePageEndAtTheClient() {
		assertThat(this.answers.page("/leads-to-client").headers().firstValue("Content-Security-Policy").orElseThrow())
			.endsWith("; form-action 'self' http://localhost:8080");
		assertThat(this.answers.page("/").headers().firstValue("Content-Security-Policy").orElseThrow())
			.endsWith("; form-action 'self'");
	}

	@Test
	void letsABrowserKeepTheStylesheetUntilItChanges() {
		HttpResponse<String> css = this.answers.get("/assets/quartet.css", "text/css");
		assertThat(css.headers().firstValue("Cache-Control")).hasValue("max-age=600, public");
		String etag = css.headers().firstValue("ETag").orElseThrow();
		assertThat(this.answers.send(this.answers.request("/assets/quartet.css").header("If-None-Match", etag)))
			.extracting(HttpResponse::statusCode)
			.isEqualTo(304);
		assertThat(this.answers.get("/assets/quartet.svg", "image/svg+xml").headers().firstValue("Content-Type"))
			.hasValue("image/svg+xml");
	}

	private Document open(SamplePages page) {
		return Jsoup.parse(this.answers.page("/samples/" + page).body());
	}

}
