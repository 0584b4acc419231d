package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;

/** Plays the authorization server, with keys that a test can forge and change. */
final class TestIssuer implements AutoCloseable {

	private final AtomicInteger keyFetches = new AtomicInteger();

	private final HttpServer server;

	private volatile TestKey key = new TestKey("first");

	private volatile boolean away;

	TestIssuer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool());
		String metadata = "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(address());
		serve("/.well-known/", () -> metadata);
		serve("/keys", () -> {
			this.keyFetches.incrementAndGet();
			return "{\"keys\":[%s]}".formatted(this.key.jwk());
		});
		this.server.start();
	}

	URI address() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	TestKey key() {
		return this.key;
	}

	/** A token of alice for the recipes' API, correct unless the test changes it. */
	TestToken token() {
		return new TestToken(address(), this.key);
	}

	int keyFetches() {
		return this.keyFetches.get();
	}

	void changeKey(String id) {
		this.key = new TestKey(id);
	}

	/** Answers with errors only. */
	TestIssuer goAway() {
		this.away = true;
		return this;
	}

	void comeBack() {
		this.away = false;
	}

	private void serve(String path, Supplier<String> json) {
		this.server.createContext(path, (exchange) -> {
			byte[] body = (this.away ? "{}" : json.get()).getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.away ? 503 : 200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
