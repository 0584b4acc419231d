package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Is an authorization server behind TLS, where clients may register with a token: the way
 * it runs in earnest, so that no client library needs a special setting.
 */
final class TlsAuthServer {

	private static final TlsAuthServer RUNNING = new TlsAuthServer();

	private final LocalhostCertificate certificate;

	private final Program caller;

	private final String initialAccessToken;

	private TlsAuthServer() {
		int port = Application.freePort();
		Path folder = folder("tls-" + port);
		this.certificate = LocalhostCertificate.in(folder);
		String issuer = "https://localhost:" + port;
		this.caller = new Program(URI.create(issuer), this.certificate.trust());
		// Besides the server, the command that makes the token opens the database.
		String database = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE"
			.formatted(folder.resolve("auth"));
		Application server = new Application("auth-server", this.caller,
				Map.of("SPRING_PROFILES_ACTIVE", "demo,tls", "QUARTET_DATA", folder.toString(), "QUARTET_AUTH_PORT",
						"" + port, "QUARTET_ISSUER", issuer, "QUARTET_TLS_CERT",
						this.certificate.certificate().toString(), "QUARTET_TLS_KEY", this.certificate.key().toString(),
						"QUARTET_AUTH_DB_URL", database, "JDK_JAVA_OPTIONS", "-Dh2.bindAddress=127.0.0.1",
						"QUARTET_REGISTRATION_MODE", "by-token"));
		server.start();
		server.awaitReady();
		this.initialAccessToken = server.command("registration", "token", "--uses", "100");
	}

	static TlsAuthServer running() {
		return RUNNING;
	}

	Program caller() {
		return this.caller;
	}

	String initialAccessToken() {
		return this.initialAccessToken;
	}

	/**
	 * What a Node program has to know; trusting the certificate is all that TLS asks of
	 * it.
	 */
	Map<String, String> nodeEnvironment(String person) {
		return Map.of("ISSUER", this.caller.server().toString(), "INITIAL_ACCESS_TOKEN", this.initialAccessToken,
				"NODE_EXTRA_CA_CERTS", this.certificate.certificate().toString(), "PERSON", person);
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
