package dev.quartet.auth.consents;

import java.io.IOException;

import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the page on which a person decides what a client gets. */
@Controller
class ConsentController {

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private final OAuth2AuthorizationService authorizations;

	private final ConsentPages pages;

	private final ErrorPageRenderer errors;

	ConsentController(OAuth2AuthorizationService authorizations, ConsentPages pages, ErrorPageRenderer errors) {
		this.authorizations = authorizations;
		this.pages = pages;
		this.errors = errors;
	}

	/**
	 * Only the state of the address is believed: everything shown is what was stored with
	 * it.
	 */
	@GetMapping("/oauth2/consent")
	@Nullable String consent(@RequestParam(defaultValue = "") String state, @AuthenticationPrincipal SignedInPerson person,
			Model model, HttpServletRequest request, HttpServletResponse response) throws IOException {
		OAuth2Authorization pending = this.authorizations.findByToken(state, STATE);
		if (pending == null || !pending.getPrincipalName().equals(person.getUsername())) {
			this.errors.render(request, response, ErrorPage.of(ErrorReason.SIGN_IN_EXPIRED));
			return null;
		}
		ConsentPage page = this.pages.of(pending, person, request);
		SecurityHeaders.allowFormsTo(request, page.asker().redirectUri().toString());
		model.addAllAttributes(page.asModel(state));
		return "consents/consent";
	}

}
