package dev.quartet.api.notes;

import java.util.List;

import org.springframework.data.domain.Page;

/**
 * Shows a part of an owner's notes.
 *
 * @param notes the notes of this page
 * @param page its number, from 0
 * @param size how many notes a page has at most
 * @param total how many notes there are on all pages
 */
record NotePage(List<NoteView> notes, int page, int size, long total) {

	static NotePage of(Page<NoteView> found) {
		return new NotePage(found.getContent(), found.getNumber(), found.getSize(), found.getTotalElements());
	}

	/** The number of the last page; even of nothing there is one. */
	long last() {
		return Math.max(0, (total - 1) / size);
	}

}
