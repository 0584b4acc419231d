package dev.quartet.api.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Holds the link that somebody was given.
 *
 * @param link its secret, as the owner got it
 */
record OpenLink(
		@NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters") @Schema(
				minLength = 1, example = "quartet_note_iE0bOqH2mY7sHn0dV1k3w8uZ5xT4rQ6pLcJfGaBeDyM") String link) {

	LinkSecret secret() {
		return new LinkSecret(link);
	}

	@Override
	public String toString() {
		return "OpenLink[link=…]";
	}

}
