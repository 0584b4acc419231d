package dev.quartet.api.notes;

import dev.quartet.api.access.Caller;
import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows a note to a signed-in person who was given a link; the link comes in the body,
 * because addresses stand in logs.
 */
@RestController
@RequestMapping("/shared")
class SharedApi {

	private final Sharing sharing;

	SharedApi(Sharing sharing) {
		this.sharing = sharing;
	}

	@PostMapping
	ResponseEntity<SharedNote> open(@AuthenticationPrincipal Caller caller, @Valid @RequestBody OpenLink request) {
		requirePerson(caller);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sharing.open(request.secret()));
	}

	private static void requirePerson(Caller caller) {
		if (caller.kind() != Caller.Kind.PERSON) {
			ErrorResponseException refusal = new ErrorResponseException(HttpStatus.FORBIDDEN);
			refusal.setDetail("A shared note is for people; this token is a machine's own.");
			throw refusal;
		}
	}

}
