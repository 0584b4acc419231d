package dev.quartet.api.notes;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Tells that the caller has no such note, and not whether someone else has.
 */
class NoteNotFound extends ErrorResponseException {

	NoteNotFound() {
		super(HttpStatus.NOT_FOUND);
		setDetail("You have no such note.");
	}

}
