package dev.quartet.auth.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** Is a server of a client's on this machine, which notes what it was asked for. */
public final class Listener implements AutoCloseable {

	private final ExecutorService work = Executors.newCachedThreadPool();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	public Listener() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setExecutor(this.work);
		this.server.createContext("/", (exchange) -> answer(exchange, 404, ""));
		this.server.start();
	}

	/** Answers what is asked for at this path with this text. */
	public Listener at(String path, String text) {
		return at(path, (exchange) -> answer(exchange, 200, text));
	}

	/** Does this with what is asked for at this path. */
	public Listener at(String path, HttpHandler handler) {
		this.server.createContext(path, (exchange) -> {
			this.asked.add(path);
			handler.handle(exchange);
		});
		return this;
	}

	/** Answers what is asked for at this path with another text from now on. */
	public void change(String path, String text) {
		forget(path);
		at(path, text);
	}

	/** Does nothing special any more with what is asked for at this path. */
	public void forget(String path) {
		this.server.removeContext(path);
	}

	public List<String> asked() {
		return this.asked;
	}

	public URI address(String path) {
		return URI.create("http://127.0.0.1:" + port() + path);
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.work.shutdownNow();
	}

	static void answer(HttpExchange exchange, int status, String text) throws IOException {
		answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
	}

	public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

}
