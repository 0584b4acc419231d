package dev.quartet.app.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Keeps a generated key secret in a file that only its owner can read. */
class KeySecretFile {

	private static final int SECRET_BYTES = 48;

	private final Path file;

	private final SecureRandom random;

	KeySecretFile(Path folder, SecureRandom random) {
		this.file = folder.resolve("app-key-secret");
		this.random = random;
	}

	String readOrCreate() {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			create();
			return Files.readString(this.file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The key secret %s can be neither read nor written".formatted(this.file),
					ex);
		}
	}

	private void create() throws IOException {
		byte[] secret = new byte[SECRET_BYTES];
		this.random.nextBytes(secret);
		Path draft = Files.createTempFile(this.file.toAbsolutePath().getParent(), "app-key-secret", null, ownerOnly());
		try {
			Files.writeString(draft, Base64.getEncoder().encodeToString(secret), StandardOpenOption.WRITE);
			// A link appears whole or not at all, so another instance never reads half a
			// secret.
			Files.createLink(this.file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			// made by an earlier start or by another instance: theirs counts
		}
		finally {
			Files.delete(draft);
		}
	}

	private static FileAttribute<?>[] ownerOnly() {
		Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
		if (!views.contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
