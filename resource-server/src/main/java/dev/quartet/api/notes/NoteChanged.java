package dev.quartet.api.notes;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Tells that the note is no longer what the caller has seen (RFC 9110 §15.5.13).
 */
class NoteChanged extends ErrorResponseException {

	NoteChanged(String current) {
		super(HttpStatus.PRECONDITION_FAILED);
		getHeaders().setETag(current);
		setDetail("Someone changed this note meanwhile. Read it again.");
	}

}
