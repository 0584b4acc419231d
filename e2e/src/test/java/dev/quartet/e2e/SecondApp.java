package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.quartet.e2e.Program.Answer;

/**
 * Is one more client application, where people choose between the platform's own
 * authorization server, another provider of OpenID Connect and one of OAuth 1.0a.
 */
final class SecondApp {

	private static final SecondApp RUNNING = new SecondApp();

	private static final String METADATA = """
			{"client_name":"Second app","redirect_uris":["%1$s/login/oauth2/code/quartet"],
			"post_logout_redirect_uris":["%1$s/"],"token_endpoint_auth_method":"client_secret_basic",
			"grant_types":["authorization_code","refresh_token"],"scope":"openid profile email notes:read notes:write"}""";

	private final OtherProvider other;

	private final OAuth1Provider older;

	private final Application application;

	private SecondApp() {
		int port = Application.freePort();
		URI address = URI.create("http://localhost:" + port);
		this.other = new OtherProvider(address);
		this.older = new OAuth1Provider();
		Platform platform = Platform.running();
		Map<String, String> environment = new HashMap<>(Map.of("SPRING_PROFILES_ACTIVE", "demo", "QUARTET_DATA",
				folder("second-app-" + port).toString(), "QUARTET_APP_PORT", "" + port, "QUARTET_APP_URL",
				address.toString(), "QUARTET_ISSUER", platform.authServer().address().toString(), "QUARTET_API_URL",
				platform.resourceServer().address().toString()));
		environment.putAll(this.other.registered());
		environment.putAll(this.older.registered("older", "HMAC-SHA256"));
		Answer registration = new Program(platform.authServer().address()).postJson("/connect/register",
				METADATA.formatted(address));
		environment.put("QUARTET_APP_CLIENT_ID", registration.json("client_id"));
		environment.put("QUARTET_APP_CLIENT_SECRET", registration.json("client_secret"));
		this.application = new Application("client-app", port, environment);
		this.application.start();
		this.application.awaitReady();
	}

	static SecondApp running() {
		return RUNNING;
	}

	static String at(String path) {
		return RUNNING.application.address() + path;
	}

	/** Goes to sign in with one of the providers, and up to its page. */
	static Visitor chooses(Visitor visitor, String provider) {
		return visitor.goes(at("/oauth2/authorization/" + provider));
	}

	/** Does what the page of the provider asks for. */
	static void proves(Visitor visitor, String provider) {
		switch (provider) {
			case "quartet" -> visitor.obliges("#sign-out");
			case "older" ->
				visitor.types("#password", visitor.name()).types("#username", visitor.name()).clicks("#allow");
			default -> visitor.types("#username", visitor.name()).clicks("#allow");
		}
	}

	static void signsIn(Visitor visitor, String provider) {
		proves(chooses(visitor, provider), provider);
		visitor.page().waitForSelector("#sign-out");
	}

	static boolean isSignedIn(Visitor visitor) {
		return visitor.goes(at("/")).finds("#sign-out");
	}

	OtherProvider other() {
		return this.other;
	}

	OAuth1Provider older() {
		return this.older;
	}

	private static Path folder(String name) {
		try {
			return Files.createDirectories(Path.of("target", name).toAbsolutePath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
