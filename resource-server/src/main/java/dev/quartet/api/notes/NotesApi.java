package dev.quartet.api.notes;

import java.net.URI;
import java.util.UUID;

import dev.quartet.api.access.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
	ResponseEntity<NotePage> list(@AuthenticationPrincipal Caller caller,
			@RequestParam(defaultValue = "") @Size(max = 100, message = "must have at most 100 characters") @Pattern(
					regexp = NoteDraft.LINE, message = "must be one line without control characters") String q,
			@RequestParam(defaultValue = "-createdAt") @Pattern(regexp = NoteSearch.SORTS,
					message = "must be one of createdAt, -createdAt, changedAt, -changedAt") String sort,
			@RequestParam(defaultValue = "0") @Min(value = 0, message = "must be at least 0") @Max(value = 10_000,
					message = "must be at most 10,000") int page,
			@RequestParam(defaultValue = "20") @Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") int size) {
		NoteSearch search = new NoteSearch(q, sort, page, size);
		NotePage found = notebook.list(Owner.of(caller), search);
		return ResponseEntity.ok().header(HttpHeaders.LINK, PageLinks.of(search, found)).body(found);
	}

	@PostMapping
	ResponseEntity<NoteView> write(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NoteDraft draft) {
		NoteView note = notebook.write(Owner.of(caller), draft);
		return ResponseEntity.created(URI.create("/notes/" + note.id())).eTag(note.tag()).body(note);
	}

	// The framework answers 304 where If-None-Match names the tag.
	@GetMapping("/{id}")
	ResponseEntity<NoteView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		NoteView note = notebook.read(Owner.of(caller), id);
		return ResponseEntity.ok().eTag(note.tag()).body(note);
	}

	@PutMapping("/{id}")
	ResponseEntity<NoteView> change(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Valid @RequestBody NoteDraft draft,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		NoteView note = notebook.change(Owner.of(caller), id, draft, SeenVersion.of(ifMatch));
		return ResponseEntity.ok().eTag(note.tag()).body(note);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		notebook.remove(Owner.of(caller), id, SeenVersion.of(ifMatch));
	}

}
