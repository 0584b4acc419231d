package dev.quartet.app.home;

import dev.quartet.app.provider.ProviderSettings;
import dev.quartet.app.signin.SignedOut;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the first page. */
@Controller
class HomeController {

	private final ProviderSettings provider;

	private final ApiCall call;

	HomeController(ProviderSettings provider, ApiCall call) {
		this.provider = provider;
		this.call = call;
	}

	@GetMapping("/")
	String show(@AuthenticationPrincipal @Nullable OidcUser user,
			@RequestParam(required = false) @Nullable String state, HttpServletRequest request, Model model) {
		model.addAttribute("issuer", this.provider.issuer());
		model.addAttribute("clientId", this.provider.clientId());
		model.addAttribute("configured", this.provider.isConfigured());
		SignedOut.toldTo(request, state).ifPresent((signedOut) -> model.addAttribute("signedOut", signedOut));
		if (user != null) {
			model.addAttribute("call", this.call.make());
		}
		return "home/home";
	}

}
