package dev.quartet.auth.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Walks one person and one client through an authorization code flow, step by step. */
public final class AuthorizationFlow {

	private final Browser browser;

	private final TestClient client;

	private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

	AuthorizationFlow(Browser browser, TestClient client) {
		this.browser = browser;
		this.client = client;
	}

	public Browser browser() {
		return this.browser;
	}

	/** Another request of another client in the same browser. */
	public AuthorizationFlow sameBrowser(TestClient other) {
		return new AuthorizationFlow(this.browser, other);
	}

	public Form request() {
		return Form.empty()
			.and("response_type", "code")
			.and("client_id", this.client.clientId())
			.and("redirect_uri", this.client.redirectUri())
			.and("scope", this.client.scope())
			.and("state", "a state")
			.and("nonce", "a nonce")
			.and("code_challenge", challenge(this.verifier))
			.and("code_challenge_method", "S256");
	}

	public Answer authorize(Form request) {
		return this.browser.get("/oauth2/authorize?" + request);
	}

	/** Sends the request ahead, past the browser (RFC 9126 §2). */
	public Answer push(Form request) {
		return post("/oauth2/par", request);
	}

	public Answer authorizePushed(String requestUri) {
		return authorize(Form.empty().and("client_id", this.client.clientId()).and("request_uri", requestUri));
	}

	/**
	 * Signs in, with the user name as the password as in the demo, and goes on as far as
	 * it leads.
	 */
	public Answer signIn(String name, Form request) {
		Answer login = this.browser.follow(authorize(request));
		return this.browser.follow(signIn(login, name, name));
	}

	public Answer signIn(Answer login, String name, String password) {
		return this.browser.post("/login",
				Form.empty()
					.and("_csrf", login.hidden("_csrf"))
					.and("continue", login.hidden("continue"))
					.and("username", name)
					.and("password", password));
	}

	/** The answer to a consent page: these scopes, or a refusal. */
	public Answer allow(Answer consent, String... scopes) {
		Form form = answer(consent);
		for (String scope : scopes) {
			form = form.and("scope", scope);
		}
		return this.browser.post("/oauth2/authorize", form);
	}

	/** What every yes to that page sends, whatever is ticked. */
	public static Form answer(Answer consent) {
		return Form.empty()
			.and("client_id", consent.hidden("client_id"))
			.and("state", consent.hidden("state"))
			.and("shown", consent.hidden("shown"))
			.and("duration", consent.longest());
	}

	public Answer allowAll(Answer consent) {
		return allow(consent, this.client.scope().split(" ", -1));
	}

	/** A fresh code for everything, without asking if that was allowed before. */
	public String code(String name) {
		Answer answer = signIn(name, request());
		Answer allowed = answer.redirects() ? answer : allowAll(answer);
		return allowed.sent("code");
	}

	public Form redemption(String code) {
		return Form.empty()
			.and("grant_type", "authorization_code")
			.and("code", code)
			.and("redirect_uri", this.client.redirectUri())
			.and("code_verifier", this.verifier);
	}

	public Answer redeem(String code) {
		return token(redemption(code));
	}

	public Answer refresh(String refreshToken) {
		return token(Form.empty().and("grant_type", "refresh_token").and("refresh_token", refreshToken));
	}

	public Answer token(Form form) {
		return post("/oauth2/token", form);
	}

	public Answer introspect(String token) {
		return this.browser.post("/oauth2/introspect", Form.empty().and("token", token), this.client.basic());
	}

	public Answer revoke(String token) {
		return this.browser.post("/oauth2/revoke", Form.empty().and("token", token), this.client.basic());
	}

	public Answer userInfo(String accessToken) {
		return this.browser.get("/userinfo", "Authorization", "Bearer " + accessToken);
	}

	/** Everything at once: the token answer. */
	public Answer tokens(String name) {
		return redeem(code(name));
	}

	private Answer post(String address, Form form) {
		return this.client.isPublic() ? this.browser.post(address, form.with("client_id", this.client.clientId()))
				: this.browser.post(address, form, this.client.basic());
	}

	private static String challenge(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
