package dev.quartet.api.notes;

import java.net.URI;
import java.util.UUID;

import dev.quartet.api.access.Caller;
import dev.quartet.api.docs.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "notes")
@RestController
@RequestMapping("/notes")
class NotesApi {

	private final Notebook notebook;

	NotesApi(Notebook notebook) {
		this.notebook = notebook;
	}

	@Operation(operationId = "listNotes", summary = "List notes",
			description = "Shows the caller's own notes page by page, all of them or those that say something.")
	@ApiResponse(responseCode = "200", description = "A page of notes", useReturnTypeSchema = true,
			headers = @Header(name = "Link", ref = "#/components/headers/Link"))
	@GetMapping
	ResponseEntity<NotePage> list(@AuthenticationPrincipal Caller caller,
			@Parameter(description = "What title or text hold, whatever the case") @RequestParam(
					defaultValue = "") @Size(max = 100, message = "must have at most 100 characters") @Pattern(
							regexp = NoteDraft.LINE, message = "must be one line without control characters") String q,
			@Parameter(description = "The field to sort by; a minus means descending", schema = @Schema(type = "string",
					allowableValues = { "createdAt", "-createdAt", "changedAt", "-changedAt" },
					defaultValue = "-createdAt")) @RequestParam(defaultValue = "-createdAt") @Pattern(
							regexp = NoteSearch.SORTS,
							message = "must be one of createdAt, -createdAt, changedAt, -changedAt") String sort,
			@Parameter(description = "The number of the page, from 0") @RequestParam(defaultValue = "0") @Min(value = 0,
					message = "must be at least 0") @Max(value = 10_000, message = "must be at most 10,000") int page,
			@Parameter(description = "How many notes a page has") @RequestParam(defaultValue = "20") @Min(value = 1,
					message = "must be at least 1") @Max(value = 100, message = "must be at most 100") int size) {
		NoteSearch search = new NoteSearch(q, sort, page, size);
		NotePage found = notebook.list(Owner.of(caller), search);
		return ResponseEntity.ok().header(HttpHeaders.LINK, PageLinks.of(search, found)).body(found);
	}

	@Operation(operationId = "writeNote", summary = "Write a note", description = "Keeps a new note for the caller.")
	@ApiResponse(responseCode = "201", description = "The new note", useReturnTypeSchema = true,
			headers = { @Header(name = "Location", ref = "#/components/headers/Location"),
					@Header(name = "ETag", ref = "#/components/headers/ETag") })
	@Refuses(HttpStatus.CONFLICT)
	@PostMapping
	ResponseEntity<NoteView> write(@AuthenticationPrincipal Caller caller, @Valid @RequestBody NoteDraft draft) {
		NoteView note = notebook.write(Owner.of(caller), draft);
		return ResponseEntity.created(URI.create("/notes/" + note.id())).eTag(note.tag()).body(note);
	}

	// The framework answers 304 where If-None-Match names the tag.
	@Operation(operationId = "readNote", summary = "Read a note",
			description = "Shows one note, or answers 304 when `If-None-Match` names its version.")
	@ApiResponse(responseCode = "200", description = "The note", useReturnTypeSchema = true,
			headers = @Header(name = "ETag", ref = "#/components/headers/ETag"))
	@ApiResponse(responseCode = "304", description = "The caller has this version already", content = @Content,
			headers = @Header(name = "ETag", ref = "#/components/headers/ETag"))
	@Refuses(HttpStatus.NOT_FOUND)
	@GetMapping("/{id}")
	ResponseEntity<NoteView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		NoteView note = notebook.read(Owner.of(caller), id);
		return ResponseEntity.ok().eTag(note.tag()).body(note);
	}

	@Operation(operationId = "changeNote", summary = "Change a note",
			description = "Replaces what a note says, unless somebody changed it meanwhile.")
	@ApiResponse(responseCode = "200", description = "The changed note", useReturnTypeSchema = true,
			headers = @Header(name = "ETag", ref = "#/components/headers/ETag"))
	@Refuses({ HttpStatus.NOT_FOUND, HttpStatus.PRECONDITION_FAILED, HttpStatus.PRECONDITION_REQUIRED })
	@PutMapping("/{id}")
	ResponseEntity<NoteView> change(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Valid @RequestBody NoteDraft draft,
			@Parameter(required = true, description = "The ETag of the version that the caller has seen, or * for any",
					example = "\"\\\"3\\\"\"") @RequestHeader(name = HttpHeaders.IF_MATCH,
							required = false) @Nullable String ifMatch) {
		NoteView note = notebook.change(Owner.of(caller), id, draft, SeenVersion.of(ifMatch));
		return ResponseEntity.ok().eTag(note.tag()).body(note);
	}

	@Operation(operationId = "deleteNote", summary = "Delete a note",
			description = "Deletes a note with all links to it, unless somebody changed it meanwhile.")
	@ApiResponse(responseCode = "204", description = "It is gone")
	@Refuses({ HttpStatus.NOT_FOUND, HttpStatus.PRECONDITION_FAILED, HttpStatus.PRECONDITION_REQUIRED })
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Parameter(required = true, description = "The ETag of the version that the caller has seen, or * for any",
					example = "\"\\\"3\\\"\"") @RequestHeader(name = HttpHeaders.IF_MATCH,
							required = false) @Nullable String ifMatch) {
		notebook.remove(Owner.of(caller), id, SeenVersion.of(ifMatch));
	}

}
