package dev.quartet.auth.flow;

import java.util.List;

/**
 * Walks a device, and the person who answers it in her browser, through the device grant.
 */
public final class DeviceFlow {

	private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

	private final Browser browser;

	private final TestClient client;

	DeviceFlow(Browser browser, TestClient client) {
		this.browser = browser;
		this.client = client;
	}

	public Browser browser() {
		return this.browser;
	}

	/** What the device asks for everything that it may have. */
	public Answer ask() {
		return ask(Form.empty().and("scope", this.client.scope()));
	}

	public Answer ask(Form request) {
		return post("/oauth2/device_authorization", request);
	}

	public Answer poll(String deviceCode) {
		return post("/oauth2/token", Form.empty().and("grant_type", GRANT).and("device_code", deviceCode));
	}

	public Answer refresh(String refreshToken) {
		return post("/oauth2/token",
				Form.empty().and("grant_type", "refresh_token").and("refresh_token", refreshToken));
	}

	/**
	 * The page that asks for the code, after a sign-in with the user name as the
	 * password.
	 */
	public Answer signIn(String name) {
		return signIn(name, "/device");
	}

	public Answer signIn(String name, String address) {
		Answer login = this.browser.follow(this.browser.get(address));
		return this.browser.follow(this.browser.post("/login",
				Form.empty()
					.and("_csrf", login.hidden("_csrf"))
					.and("continue", login.hidden("continue"))
					.and("username", name)
					.and("password", name)));
	}

	/** What follows when she types this code. */
	public Answer enter(String userCode) {
		Answer page = this.browser.get("/device");
		return this.browser.follow(this.browser.post("/device",
				Form.empty().and("_csrf", page.hidden("_csrf")).and("user_code", userCode)));
	}

	/** Her yes to these scopes. */
	public Answer allow(Answer page, String... scopes) {
		Form form = answer(page).and("allow", "");
		for (String scope : scopes) {
			form = form.and("scope", scope);
		}
		return this.browser.post("/device/confirm", form);
	}

	/** Her yes to everything that the page shows. */
	public Answer allowAll(Answer page) {
		List<String> shown = page.page().select("#answer [name=scope]").eachAttr("value");
		return allow(page, shown.toArray(String[]::new));
	}

	public Answer deny(Answer page) {
		return this.browser.post("/device/confirm", answer(page).and("deny", ""));
	}

	/** Everything at once: the token answer. */
	public Answer tokens(String name) {
		Answer codes = ask();
		signIn(name);
		allowAll(enter(codes.json("user_code")));
		return poll(codes.json("device_code"));
	}

	private static Form answer(Answer page) {
		return Form.empty()
			.and("_csrf", page.hidden("_csrf"))
			.and("state", page.hidden("state"))
			.and("user_code", page.hidden("user_code"))
			.and("shown", page.hidden("shown"))
			.and("duration", page.longest());
	}

	private Answer post(String address, Form form) {
		return this.client.isPublic() ? this.browser.post(address, form.with("client_id", this.client.clientId()))
				: this.browser.post(address, form, this.client.basic());
	}

}
