package dev.quartet.api.notes;

import dev.quartet.api.access.ScopeRule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares which scopes the notes need; the most exact path counts. */
@Configuration(proxyBeanMethods = false)
class NotesScopes {

	private static final String READ = "notes:read";

	private static final String WRITE = "notes:write";

	// Taking a link back needs no more than changing the note does.
	@Bean
	ScopeRule sharingNotes() {
		return ScopeRule.writing("/notes/{id}/links", WRITE, "notes:share");
	}

	@Bean
	ScopeRule readingNotes() {
		return ScopeRule.reading("/notes/**", READ);
	}

	@Bean
	ScopeRule writingNotes() {
		return ScopeRule.writing("/notes/**", WRITE);
	}

	// For people: a link that leaked should not be harvested by a job. It reads, although
	// the method is POST: the link must not stand in an address.
	@Bean
	ScopeRule openingLinks() {
		return ScopeRule.writing("/shared", READ).forPeople();
	}

}
