package dev.quartet.auth.users;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;

/**
 * Looks passwords up in a local copy of the "Pwned Passwords" list, so that nobody learns
 * which one is asked for.
 */
final class BreachedPasswords implements CompromisedPasswordChecker {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private final Path list;

	private BreachedPasswords(Path list) {
		this.list = list;
	}

	/** Without a list nothing is known to be breached. */
	static CompromisedPasswordChecker in(Optional<Path> list) {
		list.ifPresent(BreachedPasswords::mustBeSorted);
		return list.<CompromisedPasswordChecker>map(BreachedPasswords::new)
			.orElse((password) -> new CompromisedPasswordDecision(false));
	}

	@Override
	public CompromisedPasswordDecision check(@Nullable String password) {
		if (password == null) {
			return new CompromisedPasswordDecision(false);
		}
		// as she types it here, and as she may have typed it elsewhere
		try (SortedHashes hashes = SortedHashes.open(this.list)) {
			for (String text : Stream.of(password, PasswordRules.normalize(password)).distinct().toList()) {
				if (hashes.contains(sha1(text))) {
					return new CompromisedPasswordDecision(true);
				}
			}
			return new CompromisedPasswordDecision(false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list of breached passwords cannot be read", ex);
		}
	}

	private static void mustBeSorted(Path list) {
		try (SortedHashes hashes = SortedHashes.open(list)) {
			hashes.problem().ifPresent((problem) -> {
				throw new BreachedFileRefused(list, problem);
			});
		}
		catch (IOException ex) {
			throw new BreachedFileRefused(list, "it cannot be read");
		}
	}

	private static String sha1(String text) {
		try {
			return HEX.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-1", ex);
		}
	}

}
