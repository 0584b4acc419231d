package dev.quartet.app.recording;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Is the content of a message.
 *
 * @param form how it was written
 * @param parts what was in it
 * @param bytes its length, as far as it was read
 * @param omitted why something is not there; null when everything is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Body(Form form, List<Part> parts, int bytes, @Nullable Omission omitted) {

	/** Says how a content was written. */
	public enum Form {

		JSON, FORM, TOKEN, OTHER

	}

	/** Says why a content, or some of it, was not kept. */
	public enum Omission {

		/** It is longer than what is kept. */
		LONG,

		/** It has more members than are kept. */
		MANY,

		/** It could not be read, so nobody knows whether it holds a secret. */
		UNREADABLE

	}

}
