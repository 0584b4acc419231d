package dev.quartet.app.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds every page to the same promises. */
@RunningApp
class PagesWebTests {

	private static final Set<String> OPEN = Set.of("/", "/error", "/privacy", "/terms", "/oauth2/authorization/{name}",
			"/login/initiate", "/login/oauth2/code/{name}", "/login/oauth1/callback/{name}", "/logout",
			"/logout/backchannel/{name}", "/logout/frontchannel/{name}", "/session");

	private final Browser browser = new Browser(World.APP);

	private final RequestMappingHandlerMapping mappings;

	PagesWebTests(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.mappings = mappings;
	}

	@BeforeEach
	void reset() {
		World.reset();
	}

	@Test
	void loadsNothingFromElsewhereAndHasNoInlineCode() {
		everyPage().forEach((page) -> {
			assertThat(page.document().select("script, style, [style], iframe, object, embed")).isEmpty();
			assertThat(page.document().getAllElements()).noneMatch(PagesWebTests::hasEventHandler);
			assertThat(page.document().select("link, img, a, form"))
				.flatExtracting((element) -> List.of(element.attr("href"), element.attr("src"), element.attr("action")))
				.noneMatch((address) -> address.contains("//"));
		});
	}

	@Test
	void sendsStrictHeaders() {
		everyPage().forEach((page) -> assertThat(page.headers().map())
			.containsEntry("content-security-policy",
					List.of("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
							+ "frame-ancestors 'none'; base-uri 'none'"))
			.containsEntry("referrer-policy", List.of("same-origin"))
			.containsEntry("x-content-type-options", List.of("nosniff"))
			.containsKey("permissions-policy")
			.hasEntrySatisfying("cache-control", (values) -> assertThat(values.get(0)).contains("no-store")));
	}

	@Test
	void saysItsLanguageTitleAndLandmarks() {
		everyPage().forEach((page) -> {
			assertThat(page.document().expectFirst("html").attr("lang")).isEqualTo("en");
			assertThat(page.document().title()).endsWith(" · Quartet").doesNotContain("null", "??");
			assertThat(page.document().text()).doesNotContain("??");
			assertThat(page.document().select("h1")).hasSize(1);
			assertThat(page.document().select("main#content, header, footer")).hasSize(3);
		});
	}

	@Test
	void servesItsOwnStylesheetForLong() {
		String address = this.browser.get("/").document().expectFirst("link[rel=stylesheet]").attr("href");
		Page stylesheet = this.browser.get(address);
		assertThat(stylesheet.status()).isEqualTo(200);
		assertThat(stylesheet.headers().firstValue("Cache-Control")).contains("max-age=31536000");
		assertThat(stylesheet.body()).doesNotContain("http", "@import", "url(");
	}

	@Test
	void keepsWhatIsPersonalToSignedInPeople() {
		Set<String> patterns = new TreeSet<>();
		this.mappings.getHandlerMethods().keySet().forEach((mapping) -> patterns.addAll(mapping.getPatternValues()));
		patterns.removeAll(OPEN);
		assertThat(patterns).contains("/notes", "/profile");
		for (String pattern : patterns) {
			Page page = new Browser(World.APP).get(pattern.replaceAll("\\{.*?}|\\*\\*", "x"));
			if (pattern.startsWith("/api")) {
				// scripts are told, not sent
				assertThat(page.status()).as(pattern).isEqualTo(401);
				continue;
			}
			assertThat(page.location()).as(pattern).startsWith(World.APP + "/oauth2/authorization/quartet");
		}
	}

	@Test
	void saysThatAPageDoesNotExist() {
		Page page = this.browser.get("/nope");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.heading()).isEqualTo("There is no such page");
	}

	@Test
	void saysThatAFormIsTooLarge() {
		Page page = this.browser.post("/notes", Map.of("text", "x".repeat(1_000_000)));
		assertThat(page.status()).isEqualTo(413);
		assertThat(page.heading()).isEqualTo("This is too much at once");
	}

	@Test
	void answersAnUnreadableRequestPlainly() {
		Page page = this.browser.get("/?x=" + "x".repeat(20_000));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.heading()).isEqualTo("This request cannot be read");
		assertThat(page.body()).doesNotContain("Tomcat", "<style");
	}

	@Test
	void exposesHealthAndNothingElse() {
		assertThat(this.browser.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(this.browser.get("/actuator/env").status()).isEqualTo(404);
		assertThat(this.browser.get("/actuator/info").status()).isEqualTo(404);
	}

	private Stream<Page> everyPage() {
		Browser visitor = new Browser(World.APP);
		Page edit = this.browser.submit(this.browser.open("/notes"), "main form",
				Map.of("title", "", "text", "<script>alert(1)</script>"));
		this.browser.follow(this.browser.submit(edit, "main form", Map.of("title", "A", "text", "b")));
		return Stream.of(visitor.get("/"), visitor.get("/privacy"), visitor.get("/terms"), visitor.get("/nope"),
				visitor.get("/login/oauth2/code/quartet"), edit, this.browser.get("/"), this.browser.get("/notes"),
				this.browser.get("/profile"), this.browser.get("/nope"));
	}

	private static boolean hasEventHandler(Element element) {
		return element.attributes().asList().stream().anyMatch((attribute) -> attribute.getKey().startsWith("on"));
	}

}
