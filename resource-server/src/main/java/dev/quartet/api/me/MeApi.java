package dev.quartet.api.me;

import dev.quartet.api.access.Caller;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells people and machines what their own token says. */
@RestController
class MeApi {

	@GetMapping("/me")
	Me show(@AuthenticationPrincipal Caller caller, JwtAuthenticationToken token) {
		return Me.of(caller, TokenClaims.of(token));
	}

}
