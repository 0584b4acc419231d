package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

/** Is a caller without a browser: it keeps cookies and follows nothing by itself. */
final class Program {

	private final HttpClient http;

	private final URI server;

	Program(URI server) {
		this(server, HttpClient.newBuilder());
	}

	Program(URI server, SSLContext trust) {
		this(server, HttpClient.newBuilder().sslContext(trust));
	}

	private Program(URI server, HttpClient.Builder http) {
		this.server = server;
		this.http = http.version(HttpClient.Version.HTTP_1_1)
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	URI server() {
		return this.server;
	}

	Answer get(String address, String... headers) {
		return send(request(address, headers).GET());
	}

	Answer post(String address, String form, String... headers) {
		return send(request(address, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
	}

	Answer postJson(String address, String json, String... headers) {
		return send(request(address, headers).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	Answer postText(String address, String text) {
		return send(request(address, "Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString(text)));
	}

	Answer putJson(String address, String json, String... headers) {
		return send(request(address, headers).header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Follows redirects as long as they stay at this server. */
	Answer follow(Answer answer) {
		Answer last = answer;
		while (last.status() / 100 == 3 && this.server.getPort() == this.server.resolve(last.location()).getPort()) {
			last = get(last.location());
		}
		return last;
	}

	static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/** A parameter of an address. */
	static String parameter(String address, String name) {
		Matcher parameter = Pattern.compile("[?&]" + name + "=([^&#]*)").matcher(address);
		return parameter.find() ? URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8) : "";
	}

	private HttpRequest.Builder request(String address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.server.resolve(address));
		return (headers.length == 0) ? request : request.headers(headers);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Is what came back. */
	record Answer(int status, HttpHeaders headers, String body) {

		String location() {
			return header("Location");
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		/** A parameter of the address to which the caller is sent. */
		String sent(String name) {
			return parameter(location(), name);
		}

		/** A hidden field of the page. */
		String hidden(String name) {
			return found("name=\"" + name + "\" value=\"([^\"]*)\"").replace("&amp;", "&");
		}

		/** A text member of the JSON body. */
		String json(String name) {
			return found("\"" + name + "\":\"([^\"]*)\"");
		}

		private String found(String pattern) {
			Matcher matcher = Pattern.compile(pattern).matcher(this.body);
			if (!matcher.find()) {
				throw new AssertionError("no %s in %d %s".formatted(pattern, this.status, this.body));
			}
			return matcher.group(1);
		}

	}

}
