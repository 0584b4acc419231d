package dev.quartet.api.notes;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Tells that something has to go before something new may come. */
class TooMany extends ErrorResponseException {

	private TooMany(String type, String detail) {
		super(HttpStatus.CONFLICT);
		setType(URI.create("urn:quartet:problem:" + type));
		setDetail(detail);
	}

	static TooMany notes(int most) {
		return new TooMany("too-many-notes", "You may keep %d notes at most. Delete one first.".formatted(most));
	}

	static TooMany links(int most) {
		return new TooMany("too-many-links", "A note may have %d links at most. Delete one first.".formatted(most));
	}

}
