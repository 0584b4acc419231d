package dev.quartet.auth.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets a person choose the language of every page, and remembers it. */
@SpringBootTest(classes = SampleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LanguageChoiceWebTests {

	private Answers answers = new Answers(0);

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.answers = new Answers(port);
	}

	@Test
	void offersEachLanguageInItsOwnWords() {
		Document page = Jsoup.parse(this.answers.page("/samples/LOGIN?a=%26&b").body());
		assertThat(page.select("footer nav a").eachText()).containsExactly("English", "Deutsch", "Français", "Español",
				"日本語", "العربية");
		assertThat(page.select("footer nav a").eachAttr("lang")).containsExactly("en", "de", "fr", "es", "ja", "ar");
		assertThat(page.select("footer nav a[aria-current]").eachText()).containsExactly("English");
		assertThat(page.select("footer nav a[hreflang=de]").attr("href")).isEqualTo("?a=%26&b&quartet_language=de");
	}

	@Test
	void remembersTheChoiceAndShowsTheSamePageAgain() {
		HttpResponse<String> chosen = this.answers
			.page("/samples/LOGIN?a=%26&quartet_language=de&b=%2Foauth2%3Fc%3Dd&e");
		assertThat(chosen.statusCode()).isEqualTo(303);
		assertThat(chosen.headers().firstValue("Location")).hasValue("/samples/LOGIN?a=%26&b=%2Foauth2%3Fc%3Dd&e");
		assertThat(chosen.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(chosen.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(chosen.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("QUARTET_LANGUAGE=de; Path=/; Max-Age=31536000;")
			.endsWith("HttpOnly; SameSite=Lax");
		HttpResponse<String> again = in("/samples/LOGIN", "de");
		assertThat(Jsoup.parse(again.body()).select("html[lang=de][dir=ltr] h1").text()).isEqualTo("Anmelden");
		assertThat(again.headers().firstValue("Content-Language")).hasValue("de");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xx", "de-DE", "%64e", "en%0d%0aX: y" })
	void remembersNothingElse(String choice) {
		HttpResponse<String> answer = this.answers.page("/samples/LOGIN?quartet_language=" + choice.replace(" ", "+"));
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue("/samples/LOGIN");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/", "/%5Cevil.example/", "/..//evil.example" })
	void leadsNowhereElse(String path) {
		HttpResponse<String> answer = this.answers.page(path + "?quartet_language=de");
		assertThat(answer.headers().firstValue("Location").orElse("/x")).matches("/[^/\\\\].*");
	}

	@Test
	void choosesNothingWhereAFormWasAnswered() {
		HttpResponse<String> answer = this.answers.send(this.answers.request("/missing?quartet_language=de")
			.header("Accept", Answers.BROWSER)
			.POST(HttpRequest.BodyPublishers.ofString("a=b")));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.contains("LANGUAGE"));
		assertThat(Jsoup.parse(answer.body()).select("footer nav")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/missing, 404, Cette page n’existe pas",
			"/forbidden, 400, La requête de l’application n’est pas protégée",
			"/fails, 500, Quelque chose s’est mal passé ici", "/status/503, 503, Ce serveur est occupé" })
	void explainsEveryErrorInTheSameLanguage(String path, int status, String title) {
		HttpResponse<String> answer = in(path, "fr");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().allValues("Content-Language")).containsExactly("fr");
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("html[lang=fr] h1").text()).isEqualTo(title);
		assertThat(page.select("footer nav a[hreflang=de]").attr("href")).isEqualTo("?quartet_language=de");
	}

	@Test
	void explainsWhatReachesNoApplicationInTheLanguageOfTheBrowser() {
		HttpResponse<String> answer = this.answers.send(this.answers.request("/a%00b")
			.header("Accept", Answers.BROWSER)
			.header("Accept-Language", "pt, ja;q=0.5"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(Jsoup.parse(answer.body()).select("html[lang=ja] h1").text()).isEqualTo("このリクエストを理解できません");
	}

	@Test
	void readsArabicFromTheRight() {
		Document page = Jsoup.parse(in("/samples/LOGIN", "ar").body());
		assertThat(page.select("html[lang=ar][dir=rtl]")).hasSize(1);
		assertThat(page.select("h1 + p").text()).isEqualTo("للمتابعة إلى \u2068Quartet Notes\u2069");
	}

	private HttpResponse<String> in(String path, String language) {
		return this.answers.send(this.answers.request(path)
			.header("Accept", Answers.BROWSER)
			.header("Cookie", "QUARTET_LANGUAGE=" + language));
	}

}
