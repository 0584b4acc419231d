package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Is the three applications together, started once for all journeys. */
final class Platform {

	private static final int PEOPLE = 100;

	/** Those whose password is their name. */
	private static final Set<String> OF_THE_DEMO = Set.of("alice", "bob", "admin");

	private static final String PASSWORD = "one word for every journey";

	/** Given as a hash, so that no start of the server has to make or check a hundred. */
	private static final String PASSWORD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$SU0zeU7H84B3Rz0pql8TSA"
			+ "$B3jSMtR+6YeLldJoy+4mU+xPd+kG3t+kb3VwqNDqbrI";

	/** Those who are seen in the pictures. */
	private static final Map<String, String> PICTURED = Map.of("maya", "Maya Lindqvist", "noor", "Noor Haddad", "lena",
			"Lena Vogt", "amir", "Amir Rahimi", "yuki", "Yuki Tanaka", "rosa", "Rosa Marin", "ines", "Inès Caron",
			"omar", "Omar Farouk");

	private static final Platform RUNNING = new Platform();

	private final AtomicInteger people = new AtomicInteger();

	private final Application authServer;

	private final Application resourceServer;

	private final Application clientApp;

	private Platform() {
		int authPort = Application.freePort();
		int apiPort = Application.freePort();
		int appPort = Application.freePort();
		Map<String, String> environment = new HashMap<>(Map.of("SPRING_PROFILES_ACTIVE", "demo", "QUARTET_DATA",
				data().toString(), "QUARTET_AUTH_PORT", "" + authPort, "QUARTET_API_PORT", "" + apiPort,
				"QUARTET_APP_PORT", "" + appPort, "QUARTET_ISSUER", "http://localhost:" + authPort, "QUARTET_API_URL",
				"http://localhost:" + apiPort, "QUARTET_APP_URL", "http://localhost:" + appPort, "QUARTET_SEED",
				seed().toString()));
		environment.putAll(Map.of("QUARTET_REGISTRATION_MODE", "open", "QUARTET_REGISTRATION_SCOPES",
				"openid,profile,email,offline_access,notes:read,notes:write", "QUARTET_API_USES_EVERY", "1s",
				"QUARTET_USES_WRITE_EVERY", "1s"));
		this.authServer = new Application("auth-server", authPort, environment);
		this.resourceServer = new Application("resource-server", apiPort, environment);
		this.clientApp = new Application("client-app", appPort, environment);
		List<Application> all = List.of(this.authServer, this.resourceServer, this.clientApp);
		all.forEach(Application::start);
		all.forEach(Application::awaitReady);
	}

	static Platform running() {
		return RUNNING;
	}

	Application authServer() {
		return this.authServer;
	}

	Application resourceServer() {
		return this.resourceServer;
	}

	Application clientApp() {
		return this.clientApp;
	}

	/** Somebody who has allowed nothing yet. */
	String newPerson() {
		return "visitor" + this.people.incrementAndGet();
	}

	static String password(String person) {
		return OF_THE_DEMO.contains(person) ? person : PASSWORD;
	}

	private static Path data() {
		return fresh(Path.of("target", "data").toAbsolutePath());
	}

	private static Path fresh(Path folder) {
		try {
			if (Files.exists(folder)) {
				try (var files = Files.walk(folder)) {
					files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
				}
			}
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path seed() {
		Path seed = Path.of("target", "people.yml").toAbsolutePath();
		Stream<String> visitors = IntStream.rangeClosed(1, PEOPLE)
			.mapToObj((number) -> person("visitor" + number, "Visitor " + number, ""));
		Stream<String> pictured = PICTURED.entrySet()
			.stream()
			.map((one) -> person(one.getKey(), one.getValue(),
					"\n    email: %s@example.com\n    email_verified: true".formatted(one.getKey())));
		String people = Stream.concat(visitors, pictured).collect(Collectors.joining("\n"));
		try {
			return Files.writeString(seed, "people:\n" + people + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String person(String username, String name, String more) {
		return "  - username: %s\n    password_hash: %s\n    name: %s%s".formatted(username, PASSWORD_HASH, name, more);
	}

}
