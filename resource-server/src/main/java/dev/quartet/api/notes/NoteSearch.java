package dev.quartet.api.notes;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * Says which of her notes an owner wants to see.
 *
 * @param text what title or text hold, empty for everything
 * @param sort the field to sort by, after a minus in descending order
 * @param page the number of the page, from 0
 * @param size how many notes a page has
 */
record NoteSearch(String text, String sort, int page, int size) {

	/** What notes can be sorted by. */
	static final String SORTS = "^-?(createdAt|changedAt)$";

	boolean isForEverything() {
		return text.isBlank();
	}

	String pattern() {
		return SearchText.pattern(text.strip());
	}

	// Notes of the same moment need an order too, or a page could repeat one.
	Pageable pageable() {
		boolean descending = sort.startsWith("-");
		Sort.Direction direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
		return PageRequest.of(page, size, Sort.by(direction, sort.substring(descending ? 1 : 0), "id"));
	}

}
