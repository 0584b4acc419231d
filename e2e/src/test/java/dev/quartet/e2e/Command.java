package dev.quartet.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Is a program that ran to its end, with all that it wrote. */
record Command(int exitCode, String output) {

	/** What shells answer for a program that is not there. */
	private static final int NOT_FOUND = 127;

	static Command run(Path folder, String... words) {
		try {
			Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Command(process.waitFor(), output);
		}
		catch (IOException ex) {
			return new Command(NOT_FOUND, String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	boolean succeeded() {
		return this.exitCode == 0;
	}

	void assertSuccess() {
		if (!succeeded()) {
			throw new AssertionError("exit code %d: %s".formatted(this.exitCode, this.output));
		}
	}

}
