package dev.quartet.auth.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Fills a page in where no controller is at hand: in the security filters. */
@Component
public class PageTemplates {

	private final ISpringTemplateEngine templates;

	PageTemplates(ISpringTemplateEngine templates) {
		this.templates = templates;
	}

	/** Gives the HTML of a template, in the language of the person. */
	public String html(String template, Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) {
		Locale locale = Languages.ofPage(request);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
			.buildExchange(request, response);
		return this.templates.process(template, new WebContext(exchange, locale, model));
	}

	/**
	 * Answers with a page that nobody may keep, and that asking again would not bring
	 * back.
	 */
	public void write(String template, Map<String, Object> model, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		request.removeAttribute(LanguageMenu.NAME);
		byte[] html = html(template, model, request, response).getBytes(StandardCharsets.UTF_8);
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentLength(html.length);
		response.getOutputStream().write(html);
	}

}
