package dev.quartet.e2e;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes the signing key every few seconds while tokens are issued and used. */
class KeyRotationJourneyTests {

	/**
	 * Longer than the API's shortest pause between two looks at the keys, so that it has
	 * every key before it meets it.
	 */
	private static final Duration ANNOUNCED = Duration.ofSeconds(36);

	private static final Duration LOAD = Duration.ofSeconds(30);

	private static final int CALLERS = 4;

	private static final Duration PACE = Duration.ofMillis(40);

	private final Set<String> signers = ConcurrentHashMap.newKeySet();

	private final Application authServer;

	private final Application resourceServer;

	KeyRotationJourneyTests() {
		int authPort = Application.freePort();
		int apiPort = Application.freePort();
		Map<String, String> environment = Map.of("SPRING_PROFILES_ACTIVE", "demo", "QUARTET_DATA",
				Path.of("target", "rotation-" + authPort).toAbsolutePath().toString(), "QUARTET_AUTH_PORT",
				"" + authPort, "QUARTET_API_PORT", "" + apiPort, "QUARTET_ISSUER", "http://localhost:" + authPort,
				"QUARTET_API_URL", "http://localhost:" + apiPort, "QUARTET_KEYS_ROTATE_EVERY", "5s",
				"QUARTET_KEYS_ANNOUNCE_BEFORE", ANNOUNCED.toSeconds() + "s", "QUARTET_KEYS_REFRESH_EVERY", "1s");
		this.authServer = new Application("auth-server", authPort, environment);
		this.resourceServer = new Application("resource-server", apiPort, environment);
	}

	@AfterEach
	void stop() {
		this.authServer.kill();
		this.resourceServer.kill();
	}

	@Test
	void refusesNoTokenWhileKeysChange() throws InterruptedException, ExecutionException {
		Stream.of(this.authServer, this.resourceServer).forEach(Application::start);
		Stream.of(this.authServer, this.resourceServer).forEach(Application::awaitReady);
		Instant known = Instant.now();
		assertThat(new Caller().use()).isEqualTo(200);
		Instant start = known.plus(ANNOUNCED).minus(LOAD.dividedBy(3));
		Thread.sleep(Math.max(0, Duration.between(Instant.now(), start).toMillis()));
		List<Integer> outcomes = load();
		assertThat(outcomes).containsOnly(200).hasSizeGreaterThan(300);
		assertThat(this.signers).hasSizeGreaterThanOrEqualTo(3);
		System.out.printf("%d tokens of %d keys used, %d a second%n", outcomes.size(), this.signers.size(),
				outcomes.size() / LOAD.toSeconds());
	}

	private List<Integer> load() throws InterruptedException, ExecutionException {
		Instant end = Instant.now().plus(LOAD);
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try {
			Callable<List<Integer>> caller = () -> new Caller().useUntil(end);
			Stream.Builder<Integer> outcomes = Stream.builder();
			for (Future<List<Integer>> calls : callers
				.invokeAll(Stream.generate(() -> caller).limit(CALLERS).toList())) {
				calls.get().forEach(outcomes);
			}
			return outcomes.build().toList();
		}
		finally {
			callers.shutdown();
		}
	}

	/** Is one machine that gets a token and uses it, again and again. */
	private final class Caller {

		private final Program tokens = new Program(KeyRotationJourneyTests.this.authServer.address());

		private final Program api = new Program(KeyRotationJourneyTests.this.resourceServer.address());

		List<Integer> useUntil(Instant end) throws InterruptedException {
			Stream.Builder<Integer> outcomes = Stream.builder();
			Instant next = Instant.now();
			while (next.isBefore(end)) {
				outcomes.add(use());
				next = next.plus(PACE);
				Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
			}
			return outcomes.build().toList();
		}

		int use() {
			String credentials = Base64.getEncoder()
				.encodeToString("quartet-machine:quartet-machine-demo-secret".getBytes(StandardCharsets.UTF_8));
			Answer answer = this.tokens.post("/oauth2/token", "grant_type=client_credentials&scope=notes%3Aread",
					"Authorization", "Basic " + credentials);
			String token = answer.json("access_token");
			KeyRotationJourneyTests.this.signers.add(kid(token));
			return this.api.get("/protected", "Authorization", "Bearer " + token).status();
		}

		private static String kid(String token) {
			String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
					StandardCharsets.UTF_8);
			Matcher kid = Pattern.compile("\"kid\":\"([^\"]+)\"").matcher(header);
			return kid.find() ? kid.group(1) : header;
		}

	}

}
