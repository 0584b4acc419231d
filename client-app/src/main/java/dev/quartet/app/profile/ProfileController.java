package dev.quartet.app.profile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.quartet.app.api.ApiTokens;
import dev.quartet.app.identities.Identities;
import dev.quartet.app.identities.Identity;
import dev.quartet.app.identities.Profile;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.tokens.TokenSet;
import dev.quartet.app.web.Moments;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the claims about the signed-in person, and never a token. */
@Controller
class ProfileController {

	private static final Profile NOTHING = new Profile(null, null, null, false, null);

	private final Identities identities;

	private final ApiTokens tokens;

	private final Moments moments;

	ProfileController(Identities identities, ApiTokens tokens, Moments moments) {
		this.identities = identities;
		this.tokens = tokens;
		this.moments = moments;
	}

	@GetMapping("/profile")
	String show(@AuthenticationPrincipal SignedInPerson person, Model model) {
		Profile told = this.identities.find(person.issuer(), person.subject()).map(Identity::profile).orElse(NOTHING);
		Map<String, Optional<String>> claims = new LinkedHashMap<>();
		claims.put("name", Optional.ofNullable(told.name()));
		claims.put("preferred_username", Optional.ofNullable(told.username()));
		claims.put("email", Optional.ofNullable(told.email()));
		claims.put("sub", Optional.of(person.subject()));
		claims.put("iss", Optional.of(person.issuer()));
		claims.put("auth_time", inWords(told.signedInAt()));
		model.addAttribute("claims", claims);
		model.addAttribute("expiry", this.tokens.look().map(TokenSet::expiresAt).map(this.moments::describe));
		return "profile/profile";
	}

	private Optional<String> inWords(@Nullable Long seconds) {
		return Optional.ofNullable(seconds).map(Instant::ofEpochSecond).map(this.moments::describe);
	}

}
