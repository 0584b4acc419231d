package dev.quartet.api.me;

import dev.quartet.api.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people and machines what their own token says. */
@Tag(name = "me")
@RestController
class MeApi {

	@Operation(operationId = "showMe", summary = "Show what the token says",
			description = "Shows the claims of the caller's own token under their own names.")
	@ApiResponse(responseCode = "200", description = "The claims", useReturnTypeSchema = true)
	@GetMapping("/me")
	Me show(@AuthenticationPrincipal Caller caller) {
		return Me.of(caller, TokenClaims.of(caller));
	}

}
