package dev.quartet.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;

/**
 * Has the machine's own npm install the client libraries that the lock file names, once
 * for each state of that file.
 */
final class NodePackages {

	/** Maven copies the programs and the lock file there. */
	private static final Path FOLDER = Path.of("target", "test-classes", "interop").toAbsolutePath();

	private static final String SKIPPED = " The journeys of other people's client libraries are skipped.";

	private static final String NO_NODE = "No Node 20 or newer with npm found: install it (https://nodejs.org)."
			+ SKIPPED;

	private static final String NO_REGISTRY = "npm could not reach its registry: connect to the network." + SKIPPED;

	private static final int OLDEST_NODE = 20;

	/** Any 20 from 20.19, any 22 from 22.12, and whatever is newer. */
	private static final Pattern FIT_FOR_LINTER = Pattern
		.compile("^v(20\\.(19|[2-9]\\d)|22\\.(1[2-9]|[2-9]\\d)|2[3-9]|[3-9]\\d)\\.");

	/** How npm names failures of the network. */
	private static final Pattern UNREACHABLE = Pattern
		.compile("code (E(NOTFOUND|AI_AGAIN|CONN\\w+|NETUNREACH|HOSTUNREACH|TIMEDOUT|5\\d\\d)|ERR_SOCKET_TIMEOUT)");

	private static final Optional<String> MISSING = prepare();

	private NodePackages() {
	}

	/**
	 * The folder of the programs, with node_modules. Skips the journey where it cannot be
	 * had, except in CI, where that is a failure.
	 */
	static Path required() {
		MISSING.ifPresent((reason) -> {
			if ("true".equals(System.getenv("CI"))) {
				throw new AssertionError(reason + " In CI that is a failure.");
			}
			Assumptions.abort(reason);
		});
		return FOLDER;
	}

	/** The same for Redocly's linter, which asks for a newer Node than the others. */
	static Path requiredForLinter() {
		Path folder = required();
		String version = Command.run(FOLDER, "node", "--version").output();
		if (!FIT_FOR_LINTER.matcher(version).find()) {
			throw new AssertionError("Redocly's linter needs Node 20.19 or a later 20, or Node 22.12 or newer, "
					+ "and this machine has " + version.strip() + ": install one of them (https://nodejs.org).");
		}
		return folder;
	}

	/** The one version of a package that package.json allows. */
	static String version(String name) {
		return found("\"%s\": \"(\\d+\\.\\d+\\.\\d+)\"".formatted(Pattern.quote(name)),
				read(FOLDER.resolve("package.json")))
			.orElseThrow();
	}

	private static Optional<String> prepare() {
		Optional<String> node = found("^v(\\d+)\\.", Command.run(FOLDER, "node", "--version").output());
		boolean newEnough = node.map(Integer::valueOf).filter((major) -> major >= OLDEST_NODE).isPresent();
		if (!newEnough || !Command.run(FOLDER, "npm", "--version").succeeded()) {
			return Optional.of(NO_NODE);
		}
		Path installed = FOLDER.resolve("node_modules").resolve("installed-lock.json");
		Path wanted = FOLDER.resolve("package-lock.json");
		if (Files.exists(installed) && read(installed).equals(read(wanted))) {
			return Optional.empty();
		}
		Command install = install();
		if (!install.succeeded() && UNREACHABLE.matcher(install.output()).find()) {
			return Optional.of(NO_REGISTRY);
		}
		install.assertSuccess();
		copy(wanted, installed);
		return Optional.empty();
	}

	// Registries fail now and then: once more before giving up.
	private static Command install() {
		String[] words = { "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund",
				"--fetch-retries=0", "--fetch-timeout=30000" };
		Command first = Command.run(FOLDER, words);
		return first.succeeded() ? first : Command.run(FOLDER, words);
	}

	private static Optional<String> found(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path from, Path to) {
		try {
			Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
