package dev.quartet.auth.flow;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Is what the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public Document page() {
		return Jsoup.parse(this.body);
	}

	public String text() {
		return page().text();
	}

	@SuppressWarnings("unchecked")
	public Map<String, Object> json() {
		return JSON.readValue(this.body, Map.class);
	}

	public String json(String name) {
		return Objects.requireNonNull(json().get(name), () -> name + " is missing in " + this.body).toString();
	}

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	public boolean redirects() {
		return this.status / 100 == 3;
	}

	public String location() {
		return header("Location");
	}

	/** A parameter of the address to which the browser is sent. */
	public String sent(String name) {
		String value = UriComponentsBuilder.fromUri(URI.create(location())).build().getQueryParams().getFirst(name);
		return (value == null) ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	/** The longest time for which a page lets her allow something. */
	public String longest() {
		return Objects.requireNonNull(page().select("input[type=radio][name=duration]").last()).attr("value");
	}

	/** A hidden field of the page. */
	public String hidden(String name) {
		return Objects
			.requireNonNull(page().selectFirst("input[type=hidden][name=" + name + "]"),
					() -> "No hidden field " + name + " in " + text())
			.attr("value");
	}

}
