package dev.quartet.auth.consents;

import java.io.IOException;
import java.util.Objects;

import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import dev.quartet.auth.web.Languages;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
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

	private static final OAuth2TokenType STATE = new OAuth2TokenType("state");

	private final OAuth2AuthorizationService authorizations;

	private final Offers offers;

	private final ConsentPages pages;

	private final ErrorPageRenderer errors;

	ConsentController(OAuth2AuthorizationService authorizations, Offers offers, ConsentPages pages,
			ErrorPageRenderer errors) {
		this.authorizations = authorizations;
		this.offers = offers;
		this.pages = pages;
		this.errors = errors;
	}

	/**
	 * Only the state of the address is believed: everything shown is what was stored with
	 * it.
	 */
	@GetMapping("/oauth2/consent")
	@Nullable String consent(@RequestParam(defaultValue = "") String state,
			@RequestParam(name = ConsentNote.PARAMETER, defaultValue = "") String note, Authentication person,
			Model model, HttpServletRequest request, HttpServletResponse response) throws IOException {
		OAuth2Authorization pending = this.authorizations.findByToken(state, STATE);
		if (pending == null || !pending.getPrincipalName().equals(person.getName())
				|| pending.getAttribute(SignIn.class.getName()) == null) {
			return expired(request, response);
		}
		Languages.prefer(request, uiLocales(Offers.request(pending)));
		Offer offer = this.offers.of(pending, person);
		String again = AskedAgain.address(Offers.request(pending), offer.client());
		if (!isOfThisSession(pending, person)) {
			// She has signed in anew since: the same request, in this session.
			return (again != null) ? "redirect:" + again : expired(request, response);
		}
		SecurityHeaders.allowFormsTo(request, Objects.requireNonNull(offer.redirectUri()));
		model.addAllAttributes(this.pages.of(offer, Languages.of(request, uiLocales(Offers.request(pending))))
			.asModel(LocaleContextHolder.getLocale()));
		model.addAttribute("state", state);
		model.addAttribute("note", ConsentNote.of(note).map(ConsentNote::key).orElse(null));
		model.addAttribute("switchTo", again);
		return "consents/consent";
	}

	private @Nullable String expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.errors.render(request, response, ErrorPage.of(ErrorReason.SIGN_IN_EXPIRED));
		return null;
	}

	static boolean isOfThisSession(OAuth2Authorization pending, Authentication person) {
		SignIn signIn = pending.getAttribute(SignIn.class.getName());
		return signIn != null && signIn.sid() != null && signIn.sid().equals(ConsentRules.session(person));
	}

	private static String uiLocales(OAuth2AuthorizationRequest asked) {
		return asked.getAdditionalParameters().getOrDefault(Languages.PARAMETER, "").toString();
	}

}
