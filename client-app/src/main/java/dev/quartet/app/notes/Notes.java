package dev.quartet.app.notes;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

	/** Does so only while the note is still the version that the person has seen. */
	void change(UUID id, long version, NoteForm form) {
		send(this.api.put().uri(NOTE, id).body(form), version);
	}

	void remove(UUID id, long version) {
		send(this.api.delete().uri(NOTE, id), version);
	}

	private static void send(RestClient.RequestHeadersSpec<?> request, long version) {
		request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
			.retrieve()
			.onStatus(HttpStatus.PRECONDITION_FAILED::equals, (sent, answer) -> {
				throw new NoteChanged();
			})
			.toBodilessEntity();
	}

	private static <T> T present(@Nullable T body) {
		if (body == null) {
			throw new RestClientException("The API sent an empty answer");
		}
		return body;
	}

}
