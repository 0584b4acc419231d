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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
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

	/** What was issued or received here and nobody else may see. */
	public final Set<String> secrets = ConcurrentHashMap.newKeySet();

	/** What was given back. */
	public final Set<String> revoked = ConcurrentHashMap.newKeySet();

	public final AtomicInteger keyLookUps = new AtomicInteger();

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

	/** Signs with another key from now on. */
	public void rotateKeys(boolean keepOld) {
		this.idTokens.rotate(keepOld);
	}

	/** A logout token with what a test makes of it. */
	public String logoutToken(Consumer<JWTClaimsSet.Builder> claims) {
		return logoutToken("logout+jwt", claims);
	}

	public String logoutToken(String type, Consumer<JWTClaimsSet.Builder> claims) {
		JWTClaimsSet.Builder all = this.idTokens.logout();
		claims.accept(all);
		return this.idTokens.signed(all.build(), type, this.faults);
	}

	@Override
	void handle(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/.well-known/openid-configuration" -> json(exchange, 200, FakeMetadata.of(url(), this.faults));
			case "/oauth2/jwks" -> keys(exchange);
			case "/oauth2/authorize" -> authorize(exchange);
			case "/oauth2/token" -> token(exchange);
			case "/oauth2/revoke" -> revoke(exchange);
			case "/userinfo" -> userinfo(exchange);
			default -> json(exchange, 404, Map.of());
		}
	}

	private void keys(HttpExchange exchange) throws IOException {
		this.keyLookUps.incrementAndGet();
		json(exchange, this.faults.keysDown ? 500 : 200, this.idTokens.keys());
	}

	private void userinfo(HttpExchange exchange) throws IOException {
		String answer = JSONObjectUtils.toJSONString(Map.of("sub", this.faults.subject, "name", "Alice Archer", "email",
				"alice@quartet.example", "preferred_username", "alice"));
		text(exchange, this.faults.userinfoStatus, "application/json",
				(this.faults.userinfo != null) ? this.faults.userinfo : answer);
	}

	private void revoke(HttpExchange exchange) throws IOException {
		this.revoked.add(form(body(exchange)).getOrDefault("token", ""));
		json(exchange, basic().equals(exchange.getRequestHeaders().getFirst("Authorization")) ? 200 : 401, Map.of());
	}

	private void authorize(HttpExchange exchange) throws IOException {
		this.signIns.incrementAndGet();
		Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
		Map<String, String> answer = new LinkedHashMap<>();
		if (this.faults.error != null) {
			answer.put("error", this.faults.error);
			answer.put("error_description", "Own words of the server");
		}
		else {
			String code = UUID.randomUUID().toString();
			this.secrets.add(code);
			this.codes.put(code, asked);
			answer.put("code", code);
		}
		answer.put("state", asked.get("state"));
		if (this.faults.callbackIssuer != null) {
			answer.put("iss", this.faults.callbackIssuer.isEmpty() ? url() : this.faults.callbackIssuer);
		}
		send(exchange, asked, answer);
	}

	private static void send(HttpExchange exchange, Map<String, String> asked, Map<String, String> answer)
			throws IOException {
		if ("form_post".equals(asked.get("response_mode"))) {
			StringBuilder fields = new StringBuilder();
			answer.forEach((name, value) -> fields
				.append("<input type='hidden' name='%s' value='%s'>".formatted(name, value)));
			text(exchange, 200, "text/html", "<form id='answer' method='post' action='%s'>%s</form>"
				.formatted(asked.get("redirect_uri"), fields));
			return;
		}
		redirect(exchange,
				asked.get("redirect_uri") + "?"
						+ answer.entrySet()
							.stream()
							.map((field) -> field.getKey() + "=" + encoded(field.getValue()))
							.collect(Collectors.joining("&")));
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
		String code = String.valueOf(asked.get("code"));
		Map<String, String> login = this.faults.careless ? this.codes.get(code) : this.codes.remove(code);
		this.secrets.add(String.valueOf(asked.get("code_verifier")));
		if (login == null || !this.faults.fit(login, asked)) {
			json(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		Map<String, Object> answer = tokens();
		if (!this.faults.noIdToken) {
			String idToken = this.idTokens.issue(login.get("nonce"), halfHash(answer), this.faults);
			this.secrets.add(idToken);
			answer.put("id_token", idToken);
		}
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
		this.secrets.addAll(Set.of(access, refresh));
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

	static String challenge(@Nullable String verifier) {
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

}
