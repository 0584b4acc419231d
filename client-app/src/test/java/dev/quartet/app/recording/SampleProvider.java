package dev.quartet.app.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers each address with what it was told to. */
public final class SampleProvider implements AutoCloseable {

	private final Map<String, Reply> replies = new ConcurrentHashMap<>();

	private final HttpServer server;

	public SampleProvider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public SampleProvider on(String path, String type, String body) {
		return on(path, 200, Map.of("Content-Type", type), body);
	}

	SampleProvider on(String path, int status, Map<String, String> headers, String body) {
		this.replies.put(path, new Reply(status, headers, body));
		return this;
	}

	/** A file of the tests. */
	static String file(String name) {
		try (InputStream file = Objects.requireNonNull(SampleProvider.class.getResourceAsStream("/flow/" + name))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			Reply reply = this.replies.getOrDefault(exchange.getRequestURI().getPath(), new Reply(404, Map.of(), ""));
			reply.headers.forEach(exchange.getResponseHeaders()::set);
			byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(reply.status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	/** Is an answer. */
	private record Reply(int status, Map<String, String> headers, String body) {
	}

}
