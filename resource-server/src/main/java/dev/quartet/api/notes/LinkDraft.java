package dev.quartet.api.notes;

import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Holds for how long a caller wants to share a note.
 *
 * @param days how many days the link opens the note, 7 when absent
 */
record LinkDraft(@Nullable @Min(value = 1, message = "must be at least 1") @Max(value = 30,
		message = "must be at most 30") @Schema(example = "7") Integer days) {

	private static final int WEEK = 7;

	/** Stands for a request without a body. */
	static final LinkDraft FOR_A_WEEK = new LinkDraft(WEEK);

	Duration life() {
		return Duration.ofDays(days != null ? days : WEEK);
	}

}
