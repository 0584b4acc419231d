package dev.quartet.auth.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Is one browser, or one machine: it keeps cookies and follows nothing by itself. */
public final class Browser {

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final URI server;

	Browser(URI server) {
		this.server = server;
	}

	public URI address(String path) {
		return this.server.resolve(path);
	}

	public Answer get(String address, String... headers) {
		return send(request(address, headers).GET().build());
	}

	public Answer post(String address, Form form, String... headers) {
		SecretsSeen.in(form, headers);
		return send(request(address, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.toString()))
			.build());
	}

	/** Asks as a browser does before a script of another origin may call (Fetch §4.8). */
	public Answer preflight(String address, String... headers) {
		return send(request(address, headers).method("OPTIONS", HttpRequest.BodyPublishers.noBody()).build());
	}

	/** Sends a JSON object, or nothing, as a machine does. */
	public Answer json(String method, String address, String json, String... headers) {
		HttpRequest.Builder request = request(address, headers);
		if (!json.isEmpty()) {
			request.header("Content-Type", "application/json");
		}
		return send(request.method(method, HttpRequest.BodyPublishers.ofString(json)).build());
	}

	/** Sends a body that may be no form. */
	public Answer body(String address, String type, String body, String... headers) {
		return send(request(address, headers).header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/** Goes where an answer sends the browser, as long as that is this server. */
	public Answer follow(Answer answer) {
		Answer last = answer;
		while (last.redirects() && !this.server.relativize(this.server.resolve(last.location())).isAbsolute()) {
			last = get(last.location());
		}
		return last;
	}

	private HttpRequest.Builder request(String address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.server.resolve(address));
		return (headers.length == 0) ? request : request.headers(headers);
	}

	private Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
			SecretsSeen.in(answer);
			return answer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
