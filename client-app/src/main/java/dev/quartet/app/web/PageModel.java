package dev.quartet.app.web;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout who is signed in. */
@ControllerAdvice
class PageModel {

	@ModelAttribute("person")
	@Nullable String person(@AuthenticationPrincipal @Nullable OidcUser user) {
		return (user != null) ? nameOf(user) : null;
	}

	private static String nameOf(OidcUser user) {
		return Stream.of(user.getFullName(), user.getPreferredUsername())
			.filter(StringUtils::hasText)
			.findFirst()
			.orElseGet(user::getSubject);
	}

}
