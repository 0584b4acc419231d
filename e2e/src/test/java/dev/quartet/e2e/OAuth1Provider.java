package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Map.entry;

/**
 * Is a provider of OAuth 1.0a that nobody here wrote: npm's oauthorize, whose signatures
 * passport-http-oauth verifies. It knows alice and bob, whose names are their passwords.
 */
final class OAuth1Provider implements AutoCloseable {

	/** Characters that have to be encoded, and then encoded once more. */
	private static final String CONSUMER_KEY = "quartet app";

	private static final String CONSUMER_SECRET = "0f8c&kept/by+both%sides";

	private static final String LISTENING = "listening ";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path folder = NodePackages.required();

	private final Path log = newLog();

	private final Process process;

	private final URI address;

	OAuth1Provider() {
		ProcessBuilder builder = new ProcessBuilder("node", "oauth1-provider/provider.mjs")
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("NODE_"));
		builder.environment().putAll(Map.of("CONSUMER_KEY", CONSUMER_KEY, "CONSUMER_SECRET", CONSUMER_SECRET));
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		this.address = awaitAddress();
	}

	URI address() {
		return this.address;
	}

	/**
	 * What the client application has to be told, as variables of its environment.
	 * @param name the entry's name in the registry, one word
	 * @param signatureMethod {@code HMAC-SHA1} or {@code HMAC-SHA256}
	 */
	Map<String, String> registered(String name, String signatureMethod) {
		Map<String, String> settings = Map.ofEntries(entry("CLIENT_ID", CONSUMER_KEY),
				entry("CLIENT_SECRET", CONSUMER_SECRET),
				entry("REQUEST_TOKEN_URL", this.address + "/oauth/request_token"),
				entry("AUTHORIZE_URL", this.address + "/oauth/authenticate"),
				entry("ACCESS_TOKEN_URL", this.address + "/oauth/access_token"),
				entry("API_BASE_URL", this.address + "/1.1/"),
				entry("PROFILE_URL", "account/verify_credentials.json?skip_status=true"),
				entry("PROFILE_SUBJECT", "id_str"), entry("PROFILE_NAME", "name"),
				entry("PROFILE_USERNAME", "screen_name"), entry("SIGNATURE_METHOD", signatureMethod));
		return settings.entrySet()
			.stream()
			.collect(Collectors.toMap((setting) -> name.toUpperCase(Locale.ROOT) + "_" + setting.getKey(),
					Map.Entry::getValue));
	}

	/** What it refused so far: status, problem and path of each. */
	List<String> refusals() {
		return said("refused ").toList();
	}

	private URI awaitAddress() {
		Instant end = Instant.now().plus(PATIENCE);
		Optional<URI> listening = Optional.empty();
		while (listening.isEmpty()) {
			if (!this.process.isAlive() || Instant.now().isAfter(end)) {
				throw new IllegalStateException("The provider of OAuth 1.0a does not start: see e2e/" + this.log);
			}
			pause();
			listening = said(LISTENING).map(URI::create).findFirst();
		}
		return listening.get();
	}

	private Stream<String> said(String word) {
		try {
			return Files.readAllLines(this.log)
				.stream()
				.filter((line) -> line.startsWith(word))
				.map((line) -> line.substring(word.length()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path newLog() {
		try {
			return Files.createTempFile(Path.of("target"), "oauth1-provider-", ".log");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
