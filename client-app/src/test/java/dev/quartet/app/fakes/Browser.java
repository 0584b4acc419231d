package dev.quartet.app.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Is a browser with its own cookies that follows no redirect unasked. */
public final class Browser {

	private static final int MOST_REDIRECTS = 10;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NEVER)
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final List<Page> seen = new CopyOnWriteArrayList<>();

	private final URI home;

	public Browser(String home) {
		this.home = URI.create(home);
	}

	/** Opens an address and follows every redirect, as a person sees it. */
	public Page open(String address) {
		return follow(get(address));
	}

	public Page get(String address) {
		return send(HttpRequest.newBuilder(this.home.resolve(address)).GET());
	}

	public Page follow(Page page) {
		Page current = page;
		for (int count = 0; current.isRedirect(); count++) {
			if (count == MOST_REDIRECTS) {
				throw new IllegalStateException("Redirected for ever, last to " + current.location());
			}
			current = get(current.location());
		}
		return current;
	}

	/** Fills in and sends a form of a page. */
	public Page submit(Page page, String formWithin, Map<String, String> values) {
		Element form = page.document().expectFirst(formWithin);
		Map<String, String> fields = form.select("input[type=hidden]")
			.stream()
			.collect(Collectors.toMap((input) -> input.attr("name"), Element::val));
		fields.putAll(values);
		String action = form.attr("action");
		return post((action.isEmpty() ? page.address() : page.address().resolve(action)).toString(), fields);
	}

	public Page post(String address, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(this.home.resolve(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Does what a script may do. */
	public Page send(String method, String address, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.home.resolve(address))
			.method(method,
					body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
		return send((headers.length == 0) ? request : request.headers(headers));
	}

	/** Everything it has had in front of it. */
	public List<Page> seen() {
		return List.copyOf(this.seen);
	}

	public List<HttpCookie> cookies() {
		return this.cookies.getCookieStore().getCookies();
	}

	/** Holds the cookies of another one. */
	public void take(List<HttpCookie> others) {
		others.forEach((cookie) -> this.cookies.getCookieStore().add(this.home, (HttpCookie) cookie.clone()));
	}

	private Page send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			Page page = new Page(response.uri(), response.statusCode(), response.headers(), response.body());
			this.seen.add(page);
			return page;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What the browser has in front of it. */
	public record Page(URI address, int status, HttpHeaders headers, String body) {

		public boolean isRedirect() {
			return this.status >= 300 && this.status < 400;
		}

		public String location() {
			return this.address.resolve(this.headers.firstValue("Location").orElseThrow()).toString();
		}

		public Document document() {
			return Jsoup.parse(this.body, this.address.toString());
		}

		public String heading() {
			return document().expectFirst("h1").text();
		}

		public boolean has(String selector) {
			return document().selectFirst(selector) != null;
		}

		public String text(String selector) {
			return document().expectFirst(selector).text();
		}

	}

}
