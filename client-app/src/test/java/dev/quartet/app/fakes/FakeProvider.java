package dev.quartet.app.fakes;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Is a small authorization server that says yes to everybody, unless a fault is set. */
public final class FakeProvider extends FakeServer {

	public static final String CLIENT_ID = "quartet-app";

	public static final String CLIENT_SECRET = "s3cret:with/odd+characters";

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

	private final Set<String> accessTokens = ConcurrentHashMap.newKeySet();

	private final IdTokens idTokens;

	public final AtomicInteger refreshes = new AtomicInteger();

	public final AtomicInteger signIns = new AtomicInteger();

	public volatile Faults faults = new Faults();

	public FakeProvider(Clock clock) {
		this.idTokens = new IdTokens(url(), clock);
	}

	public boolean accepts(String accessToken) {
		return this.accessTokens.contains(accessToken);
	}

	public void forgetRefreshTokens() {
		this.refreshTokens.clear();
	}

	public void forgetAccessTokens() {
		this.accessTokens.clear();
	}

	@Override
	void handle(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/.well-known/openid-configuration" -> json(exchange, 200, metadata());
			case "/oauth2/jwks" -> json(exchange, 200, this.idTokens.keys());
			case "/oauth2/authorize" -> authorize(exchange);
			case "/oauth2/token" -> token(exchange);
			case "/userinfo" -> json(exchange, 200, Map.of("sub", "alice", "name", "Alice Archer", "email",
					"alice@quartet.example", "preferred_username", "alice"));
			default -> json(exchange, 404, Map.of());
		}
	}

	private Map<String, Object> metadata() {
		Map<String, Object> metadata = new HashMap<>();
		metadata.put("issuer", (this.faults.metadataIssuer != null) ? this.faults.metadataIssuer : url());
		metadata.put("authorization_endpoint", url() + "/oauth2/authorize");
		metadata.put("token_endpoint", url() + "/oauth2/token");
		metadata.put("jwks_uri", url() + "/oauth2/jwks");
		metadata.put("userinfo_endpoint", url() + "/userinfo");
		metadata.put("end_session_endpoint", url() + "/connect/logout");
		metadata.put("response_types_supported", List.of("code"));
		metadata.put("subject_types_supported", List.of("public"));
		metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
		metadata.put("authorization_response_iss_parameter_supported", true);
		return metadata;
	}

	private void authorize(HttpExchange exchange) throws IOException {
		this.signIns.incrementAndGet();
		Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
		String answer = "state=" + encoded(asked.get("state"));
		if (this.faults.callbackIssuer != null) {
			answer += "&iss=" + encoded(this.faults.callbackIssuer.isEmpty() ? url() : this.faults.callbackIssuer);
		}
		if (this.faults.error != null) {
			redirect(exchange, asked.get("redirect_uri") + "?error=" + this.faults.error
					+ "&error_description=Own+words+of+the+server&" + answer);
			return;
		}
		String code = UUID.randomUUID().toString();
		this.codes.put(code, asked);
		redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&" + answer);
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> asked = form(body(exchange));
		if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			json(exchange, 401, Map.of("error", "invalid_client"));
		}
		else if ("refresh_token".equals(asked.get("grant_type"))) {
			refresh(exchange, asked);
		}
		else {
			redeem(exchange, asked);
		}
	}

	private void redeem(HttpExchange exchange, Map<String, String> asked) throws IOException {
		Map<String, String> login = this.codes.remove(String.valueOf(asked.get("code")));
		if (login == null || !Objects.equals(login.get("redirect_uri"), asked.get("redirect_uri"))
				|| !challenge(asked.get("code_verifier")).equals(login.get("code_challenge"))) {
			json(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		Map<String, Object> answer = tokens();
		answer.put("id_token", this.idTokens.issue(login.get("nonce"), halfHash(answer), this.faults));
		json(exchange, 200, answer);
	}

	private void refresh(HttpExchange exchange, Map<String, String> asked) throws IOException {
		this.refreshes.incrementAndGet();
		pause(this.faults.refreshMillis);
		// Each refresh token is good once, as Quartet's are.
		if (!this.refreshTokens.remove(String.valueOf(asked.get("refresh_token")))) {
			json(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		json(exchange, 200, tokens());
	}

	private Map<String, Object> tokens() {
		String access = "at-" + UUID.randomUUID();
		String refresh = "rt-" + UUID.randomUUID();
		this.accessTokens.add(access);
		this.refreshTokens.add(refresh);
		Map<String, Object> answer = new HashMap<>();
		answer.put("access_token", access);
		answer.put("refresh_token", refresh);
		answer.put("token_type", "Bearer");
		answer.put("expires_in", 300);
		answer.put("scope", this.faults.scope);
		return answer;
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String halfHash(Map<String, Object> answer) {
		byte[] hash = Base64.getUrlDecoder().decode(challenge((String) answer.get("access_token")));
		return this.faults.foreignAccessToken ? "other"
				: Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
	}

	private static String basic() {
		String pair = CLIENT_ID + ":" + encoded(CLIENT_SECRET);
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
	}

	private static String challenge(@Nullable String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(@Nullable String value) {
		return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
	}

	/** What the server does wrong. */
	public static final class Faults {

		/** Empty for the right one, null for none. */
		public volatile @Nullable String callbackIssuer = "";

		public volatile @Nullable String metadataIssuer;

		public volatile @Nullable String error;

		public volatile @Nullable String nonce;

		public volatile @Nullable String idTokenIssuer;

		public volatile @Nullable String idTokenType;

		public volatile boolean otherKey;

		public volatile boolean unsigned;

		public volatile boolean foreignAccessToken;

		public volatile long idTokenLifeSeconds = 300;

		public volatile String audience = CLIENT_ID;

		public volatile String scope = "openid profile email notes:read notes:write";

		public volatile long refreshMillis;

	}

}
