package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves an application of one page, which has no server of its own. */
final class SinglePage implements AutoCloseable {

	private static final String LIBRARY = "node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js";

	private static final Map<String, String> FILES = Map.of("/", "oidc-client-ts/index.html", "/callback",
			"oidc-client-ts/index.html", "/signed-out", "oidc-client-ts/index.html", "/app.mjs",
			"oidc-client-ts/app.mjs", "/oidc-client-ts.js", LIBRARY);

	private final Path folder = NodePackages.required();

	private final HttpServer server;

	private byte[] settings = {};

	SinglePage() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String origin() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** What the page reads before anything else, as JSON. */
	void configure(String json) {
		this.settings = json.getBytes(StandardCharsets.UTF_8);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		String file = FILES.getOrDefault(path, "");
		byte[] body = file.isEmpty() ? this.settings : Files.readAllBytes(this.folder.resolve(file));
		exchange.getResponseHeaders().set("Content-Type", type(file));
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static String type(String file) {
		if (file.isEmpty()) {
			return "application/json";
		}
		return file.endsWith(".html") ? "text/html" : "text/javascript";
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
