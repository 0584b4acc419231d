package dev.quartet.app.sessions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

import dev.quartet.app.secrets.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what sessions hold, sealed, and reads back only what this application has sealed
 * and knows: who can write to the database cannot sign in by it, or run anything.
 */
class SealedAttributes {

	private static final Logger log = LoggerFactory.getLogger(SealedAttributes.class);

	private static final String PLACE = "spring_session_attributes";

	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config
		.createFilter("maxdepth=20;maxbytes=262144;dev.quartet.app.**;org.springframework.security.**;"
				+ "org.springframework.web.servlet.FlashMap;org.springframework.util.*;java.**;!*");

	private final Seal seal;

	SealedAttributes(Seal seal) {
		this.seal = seal;
	}

	byte[] write(Object attribute) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(attribute);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.seal.seal(PLACE, Base64.getEncoder().encodeToString(bytes.toByteArray()));
	}

	/** The attribute; null when it cannot be read, as if it had never been there. */
	@Nullable Object read(byte[] sealed) {
		Optional<String> text = this.seal.open(PLACE, sealed);
		if (text.isEmpty()) {
			log.warn("A session's attribute was sealed with another secret");
			return null;
		}
		try (ObjectInputStream in = new ObjectInputStream(
				new ByteArrayInputStream(Base64.getDecoder().decode(text.get())))) {
			in.setObjectInputFilter(KNOWN);
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException ex) {
			log.warn("A session's attribute cannot be read: {}", ex.getClass().getSimpleName());
			return null;
		}
	}

}
