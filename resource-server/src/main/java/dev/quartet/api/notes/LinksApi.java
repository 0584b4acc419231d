package dev.quartet.api.notes;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import dev.quartet.api.access.Caller;
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
@RestController
@RequestMapping("/notes/{id}/links")
class LinksApi {

	private final Sharing sharing;

	LinksApi(Sharing sharing) {
		this.sharing = sharing;
	}

	@PostMapping
	ResponseEntity<NewLink> share(@AuthenticationPrincipal Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable LinkDraft draft) {
		NewLink link = sharing.share(Owner.of(caller), id, draft != null ? draft : LinkDraft.FOR_A_WEEK);
		return ResponseEntity.created(URI.create("/notes/" + id + "/links/" + link.id())).body(link);
	}

	@GetMapping
	LinkList list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
		return new LinkList(sharing.list(Owner.of(caller), id));
	}

	@DeleteMapping("/{linkId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID linkId) {
		sharing.revoke(Owner.of(caller), id, linkId);
	}

	/** Shows the links of a note, the oldest first. */
	record LinkList(List<LinkView> links) {
	}

}
