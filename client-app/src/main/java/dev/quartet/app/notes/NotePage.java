package dev.quartet.app.notes;

import java.util.List;

/**
 * Is a part of the person's notes, newest first.
 *
 * @param notes the notes of this page
 * @param page its number, from 0
 * @param size how many notes a page has at most
 * @param total how many notes the person has
 */
record NotePage(List<Note> notes, int page, int size, long total) {

	static NotePage empty() {
		return new NotePage(List.of(), 0, 1, 0);
	}

	public boolean hasNext() {
		return (this.page + 1L) * this.size < this.total;
	}

	public boolean hasPrevious() {
		return this.page > 0;
	}

}
