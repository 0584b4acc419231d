package dev.quartet.app.profile;

import java.net.URL;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.quartet.app.tokens.AccessTokens;
import dev.quartet.app.web.Moments;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the claims about the signed-in person, and never a token. */
@Controller
class ProfileController {

	private final AccessTokens tokens;

	private final Moments moments;

	ProfileController(AccessTokens tokens, Moments moments) {
		this.tokens = tokens;
		this.moments = moments;
	}

	@GetMapping("/profile")
	String show(@AuthenticationPrincipal OidcUser user, Model model) {
		Map<String, Optional<String>> claims = new LinkedHashMap<>();
		claims.put("name", Optional.ofNullable(user.getFullName()));
		claims.put("preferred_username", Optional.ofNullable(user.getPreferredUsername()));
		claims.put("email", Optional.ofNullable(user.getEmail()));
		claims.put("sub", Optional.ofNullable(user.getSubject()));
		claims.put("iss", Optional.ofNullable(user.getIssuer()).map(URL::toExternalForm));
		claims.put("auth_time", inWords(user.getAuthenticatedAt()));
		model.addAttribute("claims", claims);
		model.addAttribute("expiry", this.tokens.expiry().map(this.moments::describe));
		return "profile/profile";
	}

	private Optional<String> inWords(@Nullable Instant time) {
		return Optional.ofNullable(time).map(this.moments::describe);
	}

}
