package dev.quartet.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;

/**
 * Is an application that registered itself, as anybody can, and lands people at an
 * address of its own.
 */
final class OwnApp implements AutoCloseable {

	private static final String METADATA = """
			"client_name":"%s","application_type":"native","token_endpoint_auth_method":"none",
			"redirect_uris":["%s"],"grant_types":["authorization_code","refresh_token"],
			"scope":"openid profile offline_access notes:read notes:write"}""";

	private final OtherSite site = new OtherSite().serves("/callback", "<main id=\"landed\">Back at the application.");

	private final Program server = new Program(Platform.running().authServer().address());

	private final Answer registration;

	OwnApp(String name) {
		this.registration = this.server.postJson("/connect/register", "{" + METADATA.formatted(name, callback()));
	}

	String clientId() {
		return this.registration.json("client_id");
	}

	/** Changes what is known of it, by its own registration (RFC 7592). */
	Answer renamesItself(String name) {
		return this.server.putJson(this.registration.json("registration_client_uri"),
				"{\"client_id\":\"%s\",%s".formatted(clientId(), METADATA.formatted(name, callback())), "Authorization",
				"Bearer " + this.registration.json("registration_access_token"));
	}

	/** The address at which it asks for access. */
	String asksFor(String scope) {
		Map<String, String> request = new LinkedHashMap<>(CodeFlow.request());
		request.putAll(Map.of("client_id", clientId(), "redirect_uri", callback(), "scope", scope));
		return Visitor.auth("/oauth2/authorize?" + Program.form(request));
	}

	/** The tokens for the code with which the person has come back. */
	Answer tokensFor(Visitor visitor) {
		visitor.page().waitForSelector("#landed");
		return this.server.post("/oauth2/token",
				Program.form(Map.of("grant_type", "authorization_code", "client_id", clientId(), "code",
						Program.parameter(visitor.page().url(), "code"), "redirect_uri", callback(), "code_verifier",
						CodeFlow.VERIFIER)));
	}

	Answer refreshes(Answer tokens) {
		return this.server.post("/oauth2/token", Program.form(Map.of("grant_type", "refresh_token", "client_id",
				clientId(), "refresh_token", tokens.json("refresh_token"))));
	}

	static Answer readsNotes(Answer tokens) {
		return api().get("/notes", "Authorization", "Bearer " + tokens.json("access_token"));
	}

	static Answer writesANote(Answer tokens) {
		return api().postJson("/notes", "{\"title\":\"from the application\",\"text\":\"\"}", "Authorization",
				"Bearer " + tokens.json("access_token"));
	}

	private static Program api() {
		return new Program(Platform.running().resourceServer().address());
	}

	private String callback() {
		return this.site.at("127.0.0.1", "/callback");
	}

	@Override
	public void close() {
		this.site.close();
	}

}
