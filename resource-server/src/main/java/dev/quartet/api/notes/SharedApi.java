package dev.quartet.api.notes;

import dev.quartet.api.docs.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows a note to a signed-in person who was given a link; the link comes in the body,
 * because addresses stand in logs.
 */
@Tag(name = "links")
@RestController
@RequestMapping("/shared")
class SharedApi {

	private final Sharing sharing;

	SharedApi(Sharing sharing) {
		this.sharing = sharing;
	}

	@Operation(operationId = "openLink", summary = "Read a shared note",
			description = "Shows the note behind a link to a signed-in person. The link comes in the body, because addresses stand in logs.")
	@ApiResponse(responseCode = "200", description = "The note, as it is now", useReturnTypeSchema = true)
	@Refuses(HttpStatus.NOT_FOUND)
	@PostMapping
	ResponseEntity<SharedNote> open(@Valid @RequestBody OpenLink request) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sharing.open(request.secret()));
	}

}
