package dev.quartet.app.fakes;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;

/** Is a small provider of plain OAuth 2.0 whose profile is nested. */
public final class FakeHub extends FakeServer {

	public static final String CLIENT_ID = "hub-app";

	public static final String CLIENT_SECRET = "hub-s3cret/with+odd&characters";

	public static final String AUTHORIZE = "/login/oauth/authorize";

	public static final String TOKEN = "/login/oauth/access_token";

	public static final String ME = "/api/me";

	/** What was issued or received here and nobody else may see. */
	public final Set<String> secrets = ConcurrentHashMap.newKeySet();

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private final Map<String, Canned> canned = new ConcurrentHashMap<>();

	/** Who is signed in there: a number, as at many of its kind. */
	public volatile long subject;

	/** Answers a path with this from now on. */
	public void answers(String path, int status, String body) {
		this.canned.put(path, new Canned(status, body));
	}

	/** Behaves again. */
	public void behave() {
		this.canned.clear();
		this.secrets.clear();
		this.subject = 4711;
	}

	@Override
	void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		Canned answer = this.canned.get(path);
		if (answer != null) {
			text(exchange, answer.status, "application/json", answer.body);
			return;
		}
		switch (path) {
			case AUTHORIZE -> authorize(exchange);
			case TOKEN -> redeem(exchange, form(body(exchange)));
			case ME -> me(exchange);
			default -> json(exchange, 404, Map.of());
		}
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
		String code = "hub-code-" + UUID.randomUUID();
		this.secrets.add(code);
		this.codes.put(code, asked);
		redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
	}

	private void redeem(HttpExchange exchange, Map<String, String> asked) throws IOException {
		Map<String, String> login = this.codes.remove(asked.getOrDefault("code", ""));
		this.secrets.add(String.valueOf(asked.get("code_verifier")));
		if (login == null || !CLIENT_SECRET.equals(asked.get("client_secret"))
				|| !FakeProvider.challenge(asked.get("code_verifier")).equals(login.get("code_challenge"))) {
			json(exchange, 200, Map.of("error", "bad_verification_code"));
			return;
		}
		String token = "hub-" + UUID.randomUUID();
		this.secrets.add(token);
		this.tokens.add("Bearer " + token);
		json(exchange, 200, Map.of("access_token", token, "token_type", "bearer", "scope", "read"));
	}

	private void me(HttpExchange exchange) throws IOException {
		if (!this.tokens.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")))) {
			json(exchange, 401, Map.of());
			return;
		}
		json(exchange, 200, Map.of("data", Map.of("id", this.subject, "email", "alice@quartet.example", "profile",
				Map.of("name", "Alice at the hub", "login", "alice-hub"))));
	}

	/** Is an answer that a test has set. */
	private record Canned(int status, String body) {
	}

}
