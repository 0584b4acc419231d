package dev.quartet.api.uses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Plays the issuer's endpoint for reports, and remembers what came. */
final class ReportReceiver implements AutoCloseable {

	private final List<JsonNode> reports = new CopyOnWriteArrayList<>();

	private final int port;

	private volatile int status = 204;

	private volatile String credentials = "";

	private volatile @Nullable HttpServer server;

	ReportReceiver() {
		this.port = start(0);
	}

	String issuer() {
		return "http://localhost:" + port;
	}

	/** How many came, whatever was answered. */
	int count() {
		return reports.size();
	}

	/** Everything that came so far. */
	List<JsonNode> uses() {
		List<JsonNode> uses = new ArrayList<>();
		reports.forEach((report) -> report.path("uses").forEach(uses::add));
		return uses;
	}

	String credentials() {
		return credentials;
	}

	void answer(int status) {
		this.status = status;
	}

	void forget() {
		reports.clear();
	}

	void comeBack() {
		start(port);
	}

	@Override
	public void close() {
		HttpServer running = server;
		if (running != null) {
			running.stop(0);
			server = null;
		}
	}

	private int start(int wanted) {
		try {
			HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
			fresh.createContext("/oauth2/uses", this::take);
			fresh.start();
			server = fresh;
			return fresh.getAddress().getPort();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void take(HttpExchange exchange) throws IOException {
		String basic = exchange.getRequestHeaders().getFirst("Authorization");
		credentials = new String(Base64.getDecoder().decode(basic.substring("Basic ".length())), UTF_8);
		reports.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

}
