package dev.quartet.api.notes;

import dev.quartet.api.access.ScopeRule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares which scopes the notes need. */
@Configuration(proxyBeanMethods = false)
class NotesScopes {

	@Bean
	ScopeRule readingNotes() {
		return ScopeRule.reading("/notes/**", "notes:read");
	}

	@Bean
	ScopeRule writingNotes() {
		return ScopeRule.writing("/notes/**", "notes:write");
	}

}
