package dev.quartet.auth.flow;

import java.net.URI;

/** Begins flows at the running server. */
public final class Flows {

	private final URI server;

	Flows(int port) {
		this.server = URI.create("http://localhost:" + port + "/");
	}

	public Browser browser() {
		return new Browser(this.server);
	}

	/** A flow of the demo's own application. */
	public AuthorizationFlow app() {
		return with(TestClient.app());
	}

	public AuthorizationFlow with(TestClient client) {
		return new AuthorizationFlow(browser(), client);
	}

	/** A flow of the demo's own device. */
	public DeviceFlow device() {
		return device(TestClient.device());
	}

	public DeviceFlow device(TestClient client) {
		return new DeviceFlow(browser(), client);
	}

	/** A token of a machine with these scopes (RFC 6749 §4.4). */
	public Answer machineToken(String scope) {
		return browser().post("/oauth2/token", Form.empty().and("grant_type", "client_credentials").and("scope", scope),
				TestClient.machine().basic());
	}

}
