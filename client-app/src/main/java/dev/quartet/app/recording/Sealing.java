package dev.quartet.app.recording;

import java.util.Optional;

/** Closes what is stored, so that the database alone tells nothing. */
interface Sealing {

	byte[] seal(String purpose, String clear);

	Optional<String> open(String purpose, byte[] sealed);

}
