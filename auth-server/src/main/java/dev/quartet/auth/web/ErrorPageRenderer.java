package dev.quartet.auth.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers with an error page; it needs no controller, so that security filters can use it
 * as well.
 */
@Component
public class ErrorPageRenderer {

	private final PageTemplates pages;

	private final MessageSource messages;

	private final JsonMapper json;

	ErrorPageRenderer(PageTemplates pages, MessageSource messages, JsonMapper json) {
		this.pages = pages;
		this.messages = messages;
		this.json = json;
	}

	/**
	 * Answers in HTML, whatever the caller accepts: for addresses that only a browser
	 * opens.
	 */
	public void render(HttpServletRequest request, HttpServletResponse response, ErrorPage page) throws IOException {
		Locale locale = Languages.ofPage(request);
		Map<String, Object> model = Map.of("title", text(page.reason().titleKey(), locale), "explanation",
				text(page.reason().explanationKey(), locale), "hints", hints(page, locale), "requestId",
				RequestIds.of(request), "status", page.status());
		String html = this.pages.html("error", model, request, response);
		write(request, response, page, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
	}

	/** Answers in HTML to a browser and with a problem (RFC 9457) to everybody else. */
	public void answer(HttpServletRequest request, HttpServletResponse response, ErrorPage page) throws IOException {
		if (Accept.html(request)) {
			render(request, response, page);
			return;
		}
		var problem = new LinkedHashMap<String, Object>();
		// Without a type the title is that of the status (RFC 9457 §4.2.1).
		HttpStatus status = HttpStatus.resolve(page.status());
		problem.put("title", (status != null) ? status.getReasonPhrase() : "Error");
		problem.put("status", page.status());
		Locale locale = Languages.ofPage(request);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
		problem.put("detail", text(page.reason().explanationKey(), locale));
		problem.put("request_id", RequestIds.of(request));
		write(request, response, page, MediaType.APPLICATION_PROBLEM_JSON_VALUE, this.json.writeValueAsBytes(problem));
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, ErrorPage page, String type,
			byte[] body) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(page.status());
		response.setContentType(type);
		response.setContentLength(body.length);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		// An error may come from before the security filters, so their headers are set
		// here too.
		SecurityHeaders.write(request, response);
		response.getOutputStream().write(body);
	}

	private List<ErrorPage.Hint> hints(ErrorPage page, Locale locale) {
		return page.hints().stream().map((hint) -> hint.called(hintName(hint.name(), locale))).toList();
	}

	private String hintName(String name, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage("error.hint." + name, null, name, locale));
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
