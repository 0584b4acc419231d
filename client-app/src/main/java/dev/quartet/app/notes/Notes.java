package dev.quartet.app.notes;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads and writes the person's notes at the API. */
@Component
class Notes {

	private static final String NOTE = "/notes/{id}";

	private final RestClient api;

	Notes(RestClient api) {
		this.api = api;
	}

	NotePage list(int page) {
		return present(this.api.get().uri("/notes?page={page}", page).retrieve().body(NotePage.class));
	}

	Note read(UUID id) {
		return present(this.api.get().uri(NOTE, id).retrieve().body(Note.class));
	}

	void write(NoteForm form) {
		this.api.post().uri("/notes").body(form).retrieve().toBodilessEntity();
	}

	void change(UUID id, NoteForm form) {
		this.api.put().uri(NOTE, id).body(form).retrieve().toBodilessEntity();
	}

	void remove(UUID id) {
		this.api.delete().uri(NOTE, id).retrieve().toBodilessEntity();
	}

	private static <T> T present(@Nullable T body) {
		if (body == null) {
			throw new RestClientException("The API sent an empty answer");
		}
		return body;
	}

}
