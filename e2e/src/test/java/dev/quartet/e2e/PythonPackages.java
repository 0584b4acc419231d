package dev.quartet.e2e;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Finds a Python of this machine that has what the recipes for FastAPI import. */
final class PythonPackages {

	private static final String MISSING = "No Python with fastapi, uvicorn, cryptography and %s found: install Debian's "
			+ "python3-fastapi, python3-uvicorn, python3-cryptography, python3-jwt and python3-jose, or pip's fastapi, "
			+ "uvicorn, pyjwt[crypto] and python-jose. This recipe for FastAPI is skipped.";

	private PythonPackages() {
	}

	/**
	 * The command that runs one with that module for tokens. Skips the journey where
	 * there is none, except in CI, where that is a failure.
	 */
	static String required(String module) {
		Optional<String> python = having("import fastapi, uvicorn, cryptography, " + module);
		if (python.isEmpty() && "true".equals(System.getenv("CI"))) {
			throw new AssertionError(MISSING.formatted(module) + " In CI that is a failure.");
		}
		Assumptions.assumeTrue(python.isPresent(), MISSING.formatted(module));
		return python.orElseThrow();
	}

	// Debian's packages belong to Debian's Python, which need not be the first.
	private static Optional<String> having(String imports) {
		return Stream.of("python3", "/usr/bin/python3", "python")
			.filter((python) -> Command.run(Path.of("."), python, "-c", imports).succeeded())
			.findFirst();
	}

}
