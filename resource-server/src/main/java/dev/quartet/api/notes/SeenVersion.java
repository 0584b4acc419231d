package dev.quartet.api.notes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Says which version of a note a caller has seen and wants to change: the header If-Match
 * (RFC 9110 §13.1.1), without which nothing is changed (RFC 6585 §3).
 */
final class SeenVersion {

	private final List<ETag> tags;

	private SeenVersion(List<ETag> tags) {
		this.tags = tags;
	}

	static SeenVersion of(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw refusal(HttpStatus.PRECONDITION_REQUIRED,
					"Say in If-Match which version you change: the ETag of your last read, or * for any.");
		}
		List<ETag> tags = ETag.parse(ifMatch);
		if (tags.isEmpty()) {
			throw refusal(HttpStatus.BAD_REQUEST, "If-Match holds entity tags in double quotes, or *.");
		}
		return new SeenVersion(tags);
	}

	/** Weak tags never match here, because a change needs the very same version. */
	void requireIs(String current) {
		ETag tag = ETag.create(current);
		if (tags.stream().noneMatch((seen) -> seen.isWildcard() || seen.compare(tag, true))) {
			throw new NoteChanged(current);
		}
	}

	private static ErrorResponseException refusal(HttpStatus status, String detail) {
		ErrorResponseException refusal = new ErrorResponseException(status);
		refusal.setDetail(detail);
		return refusal;
	}

}
