package dev.quartet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Plays an authorization server whose tokens are opaque, and counts who asks. */
public final class TestIntrospection {

	private static final TestIntrospection SHARED = new TestIntrospection();

	private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();

	private final AtomicInteger questions = new AtomicInteger();

	private final HttpServer server;

	private volatile String credentials = "";

	private volatile int status = 200;

	public TestIntrospection() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		server.createContext("/.well-known/oauth-authorization-server", (exchange) -> answer(exchange, 200,
				Map.of("issuer", url(), "introspection_endpoint", url() + "/introspect")));
		server.createContext("/introspect", this::introspect);
		server.start();
	}

	/** Is the one that the application under test asks. */
	public static TestIntrospection trusted() {
		return SHARED;
	}

	public String url() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	/** Makes a token active that is good for the API, with these claims instead. */
	public void issue(String token, Map<String, Object> claims) {
		Map<String, Object> answer = new HashMap<>(Map.of("active", true, "sub", "opal", "client_id", "quartet-app",
				"aud", List.of(TestToken.RESOURCE), "exp", Instant.now().plus(Duration.ofMinutes(5)).getEpochSecond()));
		answer.putAll(claims);
		answer.values().removeIf(""::equals);
		tokens.put(token, answer);
	}

	public void revoke(String token) {
		tokens.remove(token);
	}

	public int questions() {
		return questions.get();
	}

	public String credentials() {
		return credentials;
	}

	public void answerWith(int status) {
		this.status = status;
	}

	private void introspect(HttpExchange exchange) throws IOException {
		questions.incrementAndGet();
		credentials = exchange.getRequestHeaders().getFirst("Authorization");
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String token = URLDecoder.decode(form.split("[=&]", -1)[1], StandardCharsets.UTF_8);
		answer(exchange, status, tokens.getOrDefault(token, Map.of("active", false)));
	}

	private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
		byte[] body = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
