package dev.quartet.api.notes;

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
						message = "must be one line without control characters") String title,
		@Size(max = 10_000, message = "must have at most 10,000 characters") @Pattern(regexp = LINES,
				message = "must not contain control characters") String text) {

	// PostgreSQL cannot store NUL, and half a surrogate pair is no character.
	static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

	private static final String LINES = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*";

	NoteDraft(String title, @Nullable String text) {
		this.title = title;
		this.text = text != null ? text : "";
	}

	/** No line break can be searched for, so nothing is found across the two. */
	String folded() {
		return SearchText.fold(title) + "\n" + SearchText.fold(text);
	}

}
