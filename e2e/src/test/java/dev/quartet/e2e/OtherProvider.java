package dev.quartet.e2e;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Is a provider of OpenID Connect that nobody here wrote, npm's oidc-provider, with a
 * switch that makes it lie. It believes whatever user name somebody signs in with.
 */
final class OtherProvider implements AutoCloseable {

	/** Characters that have to be form-encoded before they travel (RFC 6749 §2.3.1). */
	private static final String CLIENT_ID = "quartet app";

	private static final String CLIENT_SECRET = "0f8c&kept/by+both%sides";

	private final NodeServer server;

	/**
	 * @param app the application that is registered with it, at the callbacks of its
	 * entries {@code other} and {@code posted}
	 */
	OtherProvider(URI app) {
		this.server = new NodeServer("openid-provider",
				Map.of("APP", app.toString(), "CLIENT_ID", CLIENT_ID, "CLIENT_SECRET", CLIENT_SECRET));
	}

	/** What the client application has to be told, as variables of its environment. */
	Map<String, String> registered() {
		String metadata = address() + "/.well-known/openid-configuration";
		return Map.of("OTHER_CLIENT_ID", CLIENT_ID, "OTHER_CLIENT_SECRET", CLIENT_SECRET, "OTHER_SERVER_METADATA_URL",
				metadata, "POSTED_CLIENT_ID", CLIENT_ID + " posted", "POSTED_CLIENT_SECRET", CLIENT_SECRET,
				"POSTED_SERVER_METADATA_URL", metadata, "POSTED_RESPONSE_MODE", "form_post");
	}

	URI address() {
		return this.server.address();
	}

	/** Turns the switch; the fault {@code none} is none. */
	void has(String fault) {
		int status = new Program(address()).postText("/fault", fault).status();
		if (status != 204) {
			throw new IllegalStateException("no fault " + fault);
		}
	}

	/** The clients that were told of the end of a session and believed it. */
	List<String> ended() {
		return this.server.said("ended ").toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
