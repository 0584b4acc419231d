package dev.quartet.api.docs;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The page has what it needs and may do no more. */
class DocsPageTests {

	private final WebApplicationContextRunner server = new WebApplicationContextRunner()
		.withUserConfiguration(Mvc.class, DocsPage.class)
		.withPropertyValues("quartet.api.docs.page=true");

	@Test
	void showsThePageAndItsFiles() {
		server.run((context) -> {
			MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
			mvc.perform(get("/docs")).andExpect(forwardedUrl("/docs/index.html"));
			for (String file : new String[] { "index.html", "docs.js", "docs.css", "swagger-ui.css",
					"swagger-ui-bundle.js", "oauth2-redirect.html", "oauth2-redirect.js", "favicon-32x32.png" }) {
				mvc.perform(get("/docs/" + file))
					.andExpect(status().isOk())
					.andExpect(header().string("Cache-Control", "max-age=3600, public"));
			}
			mvc.perform(get("/docs/swagger-initializer.js")).andExpect(status().isNotFound());
		});
	}

	@Test
	void isNotThereUnlessASettingSaysSo() {
		server.withPropertyValues("quartet.api.docs.page=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DocsPage.class));
	}

	@Test
	void reachesTheIssuerAndNothingElse() throws Exception {
		MockHttpServletResponse answer = ask("/docs", true);
		assertThat(answer.getHeader("Content-Security-Policy"))
			.contains("default-src 'none'; script-src 'self'; style-src 'self';",
					"connect-src 'self' https://issuer.example:9443;", "frame-ancestors 'none'")
			.doesNotContain("unsafe", "/realm");
		assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/docs/index.html", "/docs/", "/protected", "/openapi/more" })
	void leavesOtherPathsToTheRulesForTokens(String path) throws Exception {
		assertThat(ask(path, false).getHeaderNames()).isEmpty();
	}

	private static MockHttpServletResponse ask(String path, boolean page) throws Exception {
		DocsSettings settings = new DocsSettings(page, "docs", URI.create("https://issuer.example:9443/realm"),
				URI.create("https://api.example"));
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		MockHttpServletResponse answer = new MockHttpServletResponse();
		new FilterChainProxy(new DocsSecurity().docs(settings)).doFilter(request, answer, new MockFilterChain());
		return answer;
	}

	/** Sets the framework up. */
	@EnableWebMvc
	static class Mvc {

	}

}
