package dev.quartet.auth.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names the clients of the demo as a caller knows them. */
public record TestClient(String clientId, String secret, String redirectUri, String scope) {

	public static TestClient app() {
		return new TestClient("quartet-app", "quartet-app-demo-secret",
				"http://localhost:8080/login/oauth2/code/quartet", "openid profile email notes:read notes:write");
	}

	public static TestClient machine() {
		return new TestClient("quartet-machine", "quartet-machine-demo-secret", "", "notes:read calendar:read");
	}

	public static TestClient publicOne() {
		return new TestClient("quartet-public", "", "http://127.0.0.1:5173/callback", "openid profile notes:read");
	}

	public static TestClient device() {
		return new TestClient("quartet-device", "", "", "openid profile notes:read");
	}

	public boolean isPublic() {
		return this.secret.isEmpty();
	}

	/** The headers of client_secret_basic (RFC 6749 §2.3.1). */
	public String[] basic() {
		String credentials = this.clientId + ":" + this.secret;
		return new String[] { "Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) };
	}

}
