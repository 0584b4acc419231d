package dev.quartet.app.home;

import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.signin.SignedOut;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the first page. */
@Controller
class HomeController {

	private final Providers providers;

	private final ApiCall call;

	HomeController(Providers providers, ApiCall call) {
		this.providers = providers;
		this.call = call;
	}

	@GetMapping("/")
	String show(@AuthenticationPrincipal @Nullable SignedInPerson user,
			@RequestParam(required = false) @Nullable String state, HttpServletRequest request, Model model) {
		Provider provider = this.providers.find("quartet").orElse(null);
		model.addAttribute("issuer", (provider instanceof OidcProvider oidc) ? oidc.issuer() : "");
		model.addAttribute("clientId", "quartet-app");
		model.addAttribute("configured", provider != null);
		SignedOut.toldTo(request, state).ifPresent((signedOut) -> model.addAttribute("signedOut", signedOut));
		if (user != null) {
			model.addAttribute("call", this.call.make());
		}
		return "home/home";
	}

}
