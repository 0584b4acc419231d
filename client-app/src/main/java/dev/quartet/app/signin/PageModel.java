package dev.quartet.app.signin;

import dev.quartet.app.sessions.SignedInPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout who is signed in. */
@ControllerAdvice
class PageModel {

	@ModelAttribute("person")
	@Nullable String person(@AuthenticationPrincipal @Nullable SignedInPerson person) {
		return (person != null) ? person.title() : null;
	}

}
