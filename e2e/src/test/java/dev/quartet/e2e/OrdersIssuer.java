package dev.quartet.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;

/**
 * Is an auth-server whose seed declares the API of the recipes in their page's own words,
 * and a client of that API, which alice trusts.
 */
final class OrdersIssuer implements AutoCloseable {

	private static final String CALLBACK = "http://127.0.0.1:5555/callback";

	private static final String CLIENT = """
			clients:
			  - client_id: orders-cli
			    application_type: native
			    token_endpoint_auth_method: none
			    redirect_uris: ["http://127.0.0.1/callback"]
			    scope: openid profile orders:read orders:write calendar:read
			    require_consent: false
			""";

	private final Application server;

	private final Program browser;

	OrdersIssuer() {
		int port = Application.freePort();
		Path folder = Path.of("target", "recipes", "issuer-" + port).toAbsolutePath();
		Path page = folder.resolve("orders.yml");
		Path client = folder.resolve("client.yml");
		Recipe.write(page, Recipe.seed());
		Recipe.write(client, CLIENT);
		this.server = new Application("auth-server", port,
				Map.of("SPRING_PROFILES_ACTIVE", "demo", "QUARTET_DATA", folder.toString(), "QUARTET_AUTH_PORT",
						"" + port, "QUARTET_ISSUER", "http://localhost:" + port, "QUARTET_SEED", page + "," + client));
		this.browser = new Program(this.server.address());
		this.server.start();
		this.server.awaitReady();
		signIn();
	}

	URI address() {
		return this.server.address();
	}

	/** What the client gets for alice. */
	Answer tokens(String scope) {
		String code = this.browser.follow(this.browser.get(request(scope))).sent("code");
		return this.browser.post("/oauth2/token", Program.form(Map.of("grant_type", "authorization_code", "client_id",
				"orders-cli", "code", code, "redirect_uri", CALLBACK, "code_verifier", CodeFlow.VERIFIER)));
	}

	private void signIn() {
		Answer login = this.browser.follow(this.browser.get(request("openid")));
		this.browser.follow(this.browser.post("/login", Program.form(Map.of("_csrf", login.hidden("_csrf"), "continue",
				login.hidden("continue"), "username", "alice", "password", "alice"))));
	}

	private static String request(String scope) {
		Map<String, String> request = new LinkedHashMap<>(CodeFlow.request());
		request.putAll(Map.of("client_id", "orders-cli", "redirect_uri", CALLBACK, "scope", scope));
		return "/oauth2/authorize?" + Program.form(request);
	}

	@Override
	public void close() {
		this.server.kill();
	}

}
