package dev.quartet.api.notes;

import java.util.StringJoiner;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Tells where the other pages are (RFC 8288), relative to this API, whatever name it was
 * called by.
 */
final class PageLinks {

	private final NoteSearch search;

	private final StringJoiner links = new StringJoiner(", ");

	private PageLinks(NoteSearch search) {
		this.search = search;
	}

	static String of(NoteSearch search, NotePage found) {
		PageLinks links = new PageLinks(search);
		long last = found.last();
		links.add("first", 0);
		if (found.page() > 0) {
			links.add("prev", Math.min(found.page() - 1L, last));
		}
		if (found.page() < last) {
			links.add("next", found.page() + 1L);
		}
		links.add("last", last);
		return links.links.toString();
	}

	private void add(String relation, long page) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/notes")
			.queryParam("page", page)
			.queryParam("size", search.size())
			.queryParam("sort", search.sort());
		if (!search.isForEverything()) {
			address.queryParam("q", "{q}");
		}
		links.add("<%s>; rel=\"%s\"".formatted(address.encode().buildAndExpand(search.text()).toUriString(), relation));
	}

}
