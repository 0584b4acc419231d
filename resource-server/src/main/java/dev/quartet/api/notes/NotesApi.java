package dev.quartet.api.notes;

import java.net.URI;
import java.util.UUID;

import dev.quartet.api.access.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets callers work with their own notes. */
@RestController
@RequestMapping("/notes")
class NotesApi {

	private final Notebook notebook;

	NotesApi(Notebook notebook) {
		this.notebook = notebook;
	}

	@GetMapping
	NotePage list(@AuthenticationPrincipal Caller caller,
			@RequestParam(defaultValue = "0") @Min(value = 0, message = "must be at least 0") @Max(value = 10_000,
					message = "must be at most 10,000") int page,
			@RequestParam(defaultValue = "20") @Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") int size) {
		return notebook.list(Owner.of(caller), page, size);
	}

	@PostMapping
	ResponseEntity<NoteView> write(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NoteDraft draft) {
		NoteView note = notebook.write(Owner.of(caller), draft);
		return ResponseEntity.created(URI.create("/notes/" + note.id())).body(note);
	}

	@GetMapping("/{id}")
	NoteView read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		return notebook.read(Owner.of(caller), id);
	}

	@PutMapping("/{id}")
	NoteView change(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Valid @RequestBody NoteDraft draft) {
		return notebook.change(Owner.of(caller), id, draft);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		notebook.remove(Owner.of(caller), id);
	}

}
