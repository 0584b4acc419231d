package dev.quartet.app.fakes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import dev.quartet.app.registry.Credentials;
import dev.quartet.app.registry.OAuth1Provider;
import dev.quartet.app.registry.ProfileFields;
import dev.quartet.app.registry.SignatureMethod;

/**
 * Is a small provider of OAuth 1.0a that says yes to everybody whose signature is right.
 */
public final class FakeOAuth1Provider extends FakeServer {

	public static final String CONSUMER_KEY = "quartet app";

	public static final String CONSUMER_SECRET = "s3cret&with/odd+characters%";

	public static final String ASK = "/oauth/request_token";

	public static final String REDEEM = "/oauth/access_token";

	public static final String PROFILE = "/1.1/account/verify_credentials.json";

	private static final KeyPair KEYS = newKeys();

	/** Callbacks by temporary token, and verifiers by it once she has allowed. */
	private final Map<String, String> callbacks = new ConcurrentHashMap<>();

	private final Map<String, String> verifiers = new ConcurrentHashMap<>();

	private final Map<String, String> secrets = new ConcurrentHashMap<>();

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private final Map<String, Canned> canned = new ConcurrentHashMap<>();

	/** What was issued here and nobody else may see. */
	public final Set<String> issued = ConcurrentHashMap.newKeySet();

	/** Who is signed in there. */
	public volatile String subject = "42";

	private final Clock clock;

	public FakeOAuth1Provider(Clock clock) {
		this.clock = clock;
	}

	/** How the registry knows this provider. */
	public OAuth1Provider registered(SignatureMethod method) {
		return new OAuth1Provider("fake", "Fake", new Credentials(CONSUMER_KEY, CONSUMER_SECRET), url(), url() + ASK,
				url() + "/oauth/authenticate", url() + REDEEM, url() + "/1.1/",
				"account/verify_credentials.json?skip_status=true",
				new ProfileFields("id_str", "name", "screen_name", null, null), method, KEYS.getPrivate());
	}

	/** Answers a path with this from now on. */
	public void answers(String path, int status, String body) {
		this.canned.put(path, new Canned(status, body));
	}

	/** Behaves again. */
	public void behave() {
		this.canned.clear();
		this.issued.clear();
		this.subject = "42";
	}

	@Override
	void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		Canned answer = this.canned.get(path);
		if (answer != null) {
			// A caller that followed this would find out where it leads.
			exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
			text(exchange, answer.status, answer.body);
		}
		else if ("/oauth/authenticate".equals(path)) {
			authenticate(exchange);
		}
		else {
			signed(exchange, path);
		}
	}

	private void authenticate(HttpExchange exchange) throws IOException {
		String token = form(exchange.getRequestURI().getRawQuery()).get("oauth_token");
		String callback = String.valueOf(this.callbacks.get(token));
		String verifier = UUID.randomUUID().toString();
		this.verifiers.put(token, verifier);
		this.issued.add(verifier);
		redirect(exchange, callback + (callback.contains("?") ? "&" : "?") + "oauth_token="
				+ SignedRequest.encode(token) + "&oauth_verifier=" + verifier);
	}

	private void signed(HttpExchange exchange, String path) throws IOException {
		SignedRequest request = SignedRequest.read(exchange, url());
		String token = request.protocol("oauth_token");
		if (!request.isSignedBy(CONSUMER_SECRET, this.secrets.getOrDefault(token, ""), KEYS.getPublic())
				|| !request.isFresh(this.clock)) {
			exchange.getResponseHeaders().set("WWW-Authenticate", "OAuth oauth_problem=\"signature_invalid\"");
			text(exchange, 401, "");
			return;
		}
		switch (path) {
			case ASK -> ask(exchange, request.protocol("oauth_callback"));
			case REDEEM -> redeem(exchange, token, request.protocol("oauth_verifier"));
			default -> who(exchange, token);
		}
	}

	private void ask(HttpExchange exchange, String callback) throws IOException {
		String token = issue();
		this.callbacks.put(token, callback);
		text(exchange, 200, credentials(token) + "&oauth_callback_confirmed=true");
	}

	private void redeem(HttpExchange exchange, String temporary, String verifier) throws IOException {
		// A verifier is good once.
		if (!verifier.equals(this.verifiers.remove(temporary))) {
			text(exchange, 401, "oauth_problem=verifier_invalid");
			return;
		}
		String token = issue();
		this.tokens.add(token);
		this.issued.add(token);
		text(exchange, 200, credentials(token) + "&user_id=42&screen_name=alice");
	}

	private void who(HttpExchange exchange, String token) throws IOException {
		if (this.tokens.contains(token)) {
			json(exchange, 200, Map.of("id_str", this.subject, "name", "Alice Archer", "screen_name", "alice"));
		}
		else {
			text(exchange, 401, "");
		}
	}

	private String issue() {
		String token = "token " + UUID.randomUUID();
		this.secrets.put(token, "secret & " + UUID.randomUUID());
		this.issued.add(this.secrets.get(token));
		return token;
	}

	private String credentials(String token) {
		return "oauth_token=" + SignedRequest.encode(token) + "&oauth_token_secret="
				+ SignedRequest.encode(this.secrets.get(token));
	}

	private static void text(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
	}

	private static KeyPair newKeys() {
		try {
			return KeyPairGenerator.getInstance("RSA").generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Is an answer that a test has set. */
	private record Canned(int status, String body) {
	}

}
