package dev.quartet.api.notes;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.quartet.api.access.Caller;
import dev.quartet.api.docs.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the owner of a note share it with people who sign in themselves. */
@Tag(name = "links")
@RestController
@RequestMapping("/notes/{id}/links")
class LinksApi {

	private final Sharing sharing;

	LinksApi(Sharing sharing) {
		this.sharing = sharing;
	}

	@Operation(operationId = "shareNote", summary = "Share a note",
			description = "Makes a link that lets signed-in people read the note. It is shown this once: hand it on yourself.")
	@ApiResponse(responseCode = "201", description = "The new link", useReturnTypeSchema = true,
			headers = @Header(name = "Location", ref = "#/components/headers/Location"))
	@Refuses({ HttpStatus.NOT_FOUND, HttpStatus.CONFLICT })
	@PostMapping
	ResponseEntity<NewLink> share(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable LinkDraft draft) {
		NewLink link = sharing.share(Owner.of(caller), id, draft != null ? draft : LinkDraft.FOR_A_WEEK);
		return ResponseEntity.created(URI.create("/notes/" + id + "/links/" + link.id())).body(link);
	}

	@Operation(operationId = "listLinks", summary = "List the links of a note",
			description = "Shows the links that still open the note, but not what opens it.")
	@ApiResponse(responseCode = "200", description = "The links", useReturnTypeSchema = true)
	@Refuses(HttpStatus.NOT_FOUND)
	@GetMapping
	LinkList list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		return new LinkList(sharing.list(Owner.of(caller), id));
	}

	@Operation(operationId = "revokeLink", summary = "Take a link back",
			description = "Lets nobody read the note by this link any more.")
	@ApiResponse(responseCode = "204", description = "It opens nothing any more")
	@Refuses(HttpStatus.NOT_FOUND)
	@DeleteMapping("/{linkId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID linkId) {
		sharing.revoke(Owner.of(caller), id, linkId);
	}

	/** Shows the links of a note, the oldest first. */
	record LinkList(List<LinkView> links) {
	}

}
