package dev.quartet.auth.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.support.RequestContextUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Lets the filters that follow speak the language of the page. */
class LanguageChoiceTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/authorize");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final ServerProperties server = new ServerProperties();

	@Test
	void tellsEveryFilterTheLanguageOfThePage() throws ServletException, IOException {
		this.request.addPreferredLocale(Locale.ITALY);
		List<Locale> spoken = new ArrayList<>();
		Locale before = LocaleContextHolder.getLocale();
		new LanguageChoice(new PageLocale(), this.server).doFilter(this.request, this.response, (request, response) -> {
			spoken.add(LocaleContextHolder.getLocale());
			Languages.prefer(this.request, "ja");
			spoken.add(LocaleContextHolder.getLocale());
			spoken.add(RequestContextUtils.getLocale(this.request));
		});
		assertThat(spoken).containsExactly(Locale.ENGLISH, Locale.JAPANESE, Locale.JAPANESE);
		assertThat(LocaleContextHolder.getLocale()).isEqualTo(before);
	}

	@Test
	void keepsTheChoiceToTheHostBehindTls() throws ServletException, IOException {
		this.server.getServlet().getSession().getCookie().setSecure(true);
		this.request.setMethod("GET");
		this.request.setQueryString("quartet_language=ar");
		new LanguageChoice(new PageLocale(), this.server).doFilter(this.request, this.response,
				(request, response) -> fail("it goes on"));
		assertThat(this.response.getHeader("Set-Cookie")).startsWith("__Host-QUARTET_LANGUAGE=ar; Path=/;")
			.contains("; Secure;");
		assertThat(this.response.getHeader("Location")).isEqualTo("/oauth2/authorize");
	}

}
