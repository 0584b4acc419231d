package dev.quartet.api.notes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a caller wants a note to say.
 *
 * @param title one line
 * @param text any number of lines, empty when absent
 */
record NoteDraft(
		@NotBlank(message = "must not be blank") @Size(max = 200,
				message = "must have at most 200 characters") @Pattern(regexp = LINE,
						message = "must be one line without control characters") @Schema(minLength = 1,
								example = "Milk") String title,
		@Size(max = 10_000, message = "must have at most 10,000 characters") @Pattern(regexp = LINES,
				message = "must not contain control characters") @Schema(
						requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "two litres") String text) {

	// PostgreSQL cannot store NUL, and half a surrogate pair is no character.
	static final String LINE = "^[^\\p{Cc}\\p{Cs}]*$";

	// Every control character but tab and line ends; programs of other languages read it
	// too.
	private static final String LINES = "^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Cs}]*$";

	NoteDraft(String title, @Nullable String text) {
		this.title = title;
		this.text = text != null ? text : "";
	}

	/** No line break can be searched for, so nothing is found across the two. */
	String folded() {
		return SearchText.fold(title) + "\n" + SearchText.fold(text);
	}

}
