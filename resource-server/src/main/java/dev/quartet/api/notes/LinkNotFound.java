package dev.quartet.api.notes;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Tells that a link opens nothing, and not whether it ever did. */
class LinkNotFound extends ErrorResponseException {

	LinkNotFound() {
		super(HttpStatus.NOT_FOUND);
		setDetail("There is no such link.");
	}

}
