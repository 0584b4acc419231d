package dev.quartet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;

/** Calls the running application as any other program would. */
public final class ApiClient {

	private static final int PATIENCE_MILLIS = 60_000;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = JsonMapper.shared();

	private final Environment environment;

	public ApiClient(Environment environment) {
		this.environment = environment;
	}

	public Answer get(String path) {
		return send(path, (request) -> {
		});
	}

	public Answer get(String path, String token) {
		return send(path, (request) -> request.header("Authorization", "Bearer " + token));
	}

	public Answer post(String path, String token, String body) {
		return call("POST", path, token, body);
	}

	public Answer call(String method, String path, String token, String body, String... headers) {
		return send(path, (request) -> {
			request.method(method, BodyPublishers.ofString(body))
				.header("Content-Type", "application/json")
				.header("Authorization", "Bearer " + token);
			if (headers.length > 0) {
				request.headers(headers);
			}
		});
	}

	public Answer send(String path, Consumer<HttpRequest.Builder> change) {
		String port = environment.getRequiredProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		change.accept(request);
		try {
			return new Answer(http.send(request.build(), BodyHandlers.ofString()), json);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** Sends these very characters, and answers whatever comes until the end. */
	public String raw(String request) {
		int port = environment.getRequiredProperty("local.server.port", Integer.class);
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Shows what came back. */
	public static final class Answer {

		private final HttpResponse<String> response;

		private final JsonMapper mapper;

		Answer(HttpResponse<String> response, JsonMapper mapper) {
			this.response = response;
			this.mapper = mapper;
		}

		public int status() {
			return response.statusCode();
		}

		public String header(String name) {
			return response.headers().firstValue(name).orElse("");
		}

		public String challenge() {
			return header("WWW-Authenticate");
		}

		public List<String> challenges() {
			return response.headers().allValues("WWW-Authenticate");
		}

		public String body() {
			return response.body();
		}

		public JsonNode json() {
			return mapper.readTree(response.body());
		}

		public String text(String field) {
			return json().path(field).asString("");
		}

	}

}
