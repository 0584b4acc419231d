package dev.quartet.auth.seed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.DeclaredSecret;
import org.jspecify.annotations.Nullable;

/** Reads the secrets of a client and forgets everything but their hashes. */
class ClientSecretReader {

	static final List<String> KEYS = List.of("client_secret", "client_secret_sha256", "client_secrets");

	static final List<String> ENTRY_KEYS = List.of("secret", "sha256", "expires_at");

	private static final int MIN_LENGTH = 32;

	private static final int MAX_LENGTH = 200;

	private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

	private final boolean demo;

	ClientSecretReader(boolean demo) {
		this.demo = demo;
	}

	/** Is empty when the file leaves the secrets to the server. */
	Optional<Set<DeclaredSecret>> read(SeedEntry entry, ClientMetadata metadata) {
		List<String> given = KEYS.stream().filter(entry::has).toList();
		if (!metadata.hasSecret()) {
			String why = metadata.isPublic() ? "is public and has no secret" : "proves itself by its keys";
			given.forEach((key) -> entry.refuse(key, "a client with token_endpoint_auth_method %s %s"
				.formatted(metadata.tokenEndpointAuthMethod(), why)));
			return Optional.of(Set.of());
		}
		Set<DeclaredSecret> all = new LinkedHashSet<>();
		hashes(entry, "client_secret", "client_secret_sha256").forEach((hash) -> all.add(DeclaredSecret.forGood(hash)));
		entry.entries("client_secrets", ENTRY_KEYS).forEach((secret) -> readOne(secret, all));
		if (!given.isEmpty() && all.isEmpty()) {
			entry.refuse(given.get(0), "expected at least one secret; without the key the server makes one");
		}
		return given.isEmpty() ? Optional.empty() : Optional.of(all);
	}

	private void readOne(SeedEntry entry, Set<DeclaredSecret> all) {
		List<String> hashes = hashes(entry, "secret", "sha256").toList();
		if (entry.has("secret") == entry.has("sha256")) {
			entry.refuse(entry.place(), "secret", "expected either secret or sha256");
		}
		@Nullable Instant expiry = entry.text("expires_at", 100).map((text) -> expiry(entry, text)).orElse(null);
		hashes.forEach((hash) -> all.add(new DeclaredSecret(hash, expiry)));
	}

	private Stream<String> hashes(SeedEntry entry, String secretKey, String hashKey) {
		List<SeedText> secrets = entry.textOrTexts(secretKey, MAX_LENGTH);
		List<SeedText> hashes = entry.textOrTexts(hashKey, MAX_LENGTH);
		secrets.forEach((secret) -> refuseWeak(entry, secretKey, secret));
		hashes.stream()
			.filter((hash) -> !SHA256.matcher(hash.value()).matches())
			.forEach((hash) -> entry.refuse(hash.place(), hashKey, "expected 64 hexadecimal digits"));
		return Stream.concat(secrets.stream().map((secret) -> ClientSecretEncoder.sha256(secret.value())),
				hashes.stream().map((hash) -> hash.value().toLowerCase(Locale.ROOT)));
	}

	private static Instant expiry(SeedEntry entry, SeedText text) {
		try {
			return OffsetDateTime.parse(text.value()).toInstant().truncatedTo(ChronoUnit.SECONDS);
		}
		catch (DateTimeException ex) {
			entry.refuse("expires_at", "expected a moment with its time zone, as in 2027-01-31T12:00:00Z");
			return Instant.EPOCH;
		}
	}

	// SHA-256 protects a secret only when nobody can guess it.
	private void refuseWeak(SeedEntry entry, String key, SeedText secret) {
		if (!this.demo && secret.value().length() < MIN_LENGTH) {
			entry.refuse(secret.place(), key,
					"expected at least %d characters; make one with: openssl rand -base64 48".formatted(MIN_LENGTH));
		}
		if (!PRINTABLE.matcher(secret.value()).matches()) {
			entry.refuse(secret.place(), key, "expected printable ASCII characters (RFC 6749 appendix A.2)");
		}
	}

}
