package dev.quartet.api.notes;

import java.util.List;

import org.springframework.data.domain.Page;

/**
 * Shows a part of an owner's notes, newest first.
 *
 * @param notes the notes of this page
 * @param page its number, from 0
 * @param size how many notes a page has at most
 * @param total how many notes the owner has
 */
record NotePage(List<NoteView> notes, int page, int size, long total) {

	static NotePage of(Page<Note> found) {
		return new NotePage(found.map(Note::view).getContent(), found.getNumber(), found.getSize(),
				found.getTotalElements());
	}

}
