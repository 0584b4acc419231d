package dev.quartet.app.notes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the person wants a note to say.
 *
 * @param title one line
 * @param text any number of lines
 */
record NoteForm(
		@NotBlank(message = "{note.title.blank}") @Size(max = 200, message = "{note.title.long}") @Pattern(
				regexp = LINE, message = "{note.title.characters}") String title,
		@Size(max = 10_000, message = "{note.text.long}") @Pattern(regexp = LINES,
				message = "{note.text.characters}") String text) {

	private static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

	private static final String LINES = "[\\n\\t[^\\p{Cc}\\p{Cs}]]*";

	/** Browsers send line ends as CRLF; the limits count them as one. */
	NoteForm(@Nullable String title, @Nullable String text) {
		this.title = (title != null) ? title.strip() : "";
		this.text = (text != null) ? text.replace("\r\n", "\n") : "";
	}

	static NoteForm of(Note note) {
		return new NoteForm(note.title(), note.text());
	}

}
