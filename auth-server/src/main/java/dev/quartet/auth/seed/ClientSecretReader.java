package dev.quartet.auth.seed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.quartet.auth.clients.ClientSecretEncoder;

/** Reads the secrets of a client and forgets everything but their hashes. */
class ClientSecretReader {

	private static final int MIN_LENGTH = 32;

	private static final int MAX_LENGTH = 200;

	private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

	private final boolean demo;

	ClientSecretReader(boolean demo) {
		this.demo = demo;
	}

	Set<String> read(SeedEntry entry, boolean isPublic) {
		List<SeedText> secrets = entry.textOrTexts("client_secret", MAX_LENGTH);
		List<SeedText> hashes = entry.textOrTexts("client_secret_sha256", MAX_LENGTH);
		refuseTooManyOrNone(entry, isPublic);
		secrets.forEach((secret) -> refuseWeak(entry, secret));
		hashes.stream()
			.filter((hash) -> !SHA256.matcher(hash.value()).matches())
			.forEach((hash) -> entry.refuse(hash.place(), "client_secret_sha256", "expected 64 hexadecimal digits"));
		Set<String> all = new LinkedHashSet<>();
		secrets.forEach((secret) -> all.add(ClientSecretEncoder.sha256(secret.value())));
		hashes.forEach((hash) -> all.add(hash.value().toLowerCase(Locale.ROOT)));
		return all;
	}

	private static void refuseTooManyOrNone(SeedEntry entry, boolean isPublic) {
		boolean given = entry.has("client_secret") || entry.has("client_secret_sha256");
		if (isPublic && given) {
			entry.refuse(entry.has("client_secret") ? "client_secret" : "client_secret_sha256",
					"a client with token_endpoint_auth_method none is public and has no secret");
		}
		if (!isPublic && !given) {
			entry.refuse("client_secret",
					"a confidential client needs client_secret or client_secret_sha256; a public one says token_endpoint_auth_method: none");
		}
	}

	// SHA-256 protects a secret only when nobody can guess it.
	private void refuseWeak(SeedEntry entry, SeedText secret) {
		if (!this.demo && secret.value().length() < MIN_LENGTH) {
			entry.refuse(secret.place(), "client_secret",
					"expected at least %d characters; make one with: openssl rand -base64 48".formatted(MIN_LENGTH));
		}
		if (!PRINTABLE.matcher(secret.value()).matches()) {
			entry.refuse(secret.place(), "client_secret",
					"expected printable ASCII characters (RFC 6749 appendix A.2)");
		}
	}

}
