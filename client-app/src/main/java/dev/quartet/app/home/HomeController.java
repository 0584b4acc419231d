package dev.quartet.app.home;

import java.util.List;

import dev.quartet.app.registry.Availability;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.signin.ReturnPath;
import dev.quartet.app.signin.SignedOut;
import dev.quartet.app.web.AppSettings;
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

	private final Availability availability;

	private final AppSettings app;

	private final ApiCall call;

	HomeController(Providers providers, Availability availability, AppSettings app, ApiCall call) {
		this.providers = providers;
		this.availability = availability;
		this.app = app;
		this.call = call;
	}

	@GetMapping("/")
	String show(@AuthenticationPrincipal @Nullable SignedInPerson user,
			@RequestParam(required = false) @Nullable String state,
			@RequestParam(name = "return", required = false) @Nullable String returnTo, HttpServletRequest request,
			Model model) {
		model.addAttribute("returnTo", ReturnPath.of(returnTo).value());
		model.addAttribute("choices", choices());
		model.addAttribute("app", this.app.url());
		SignedOut.toldTo(request, state).ifPresent((signedOut) -> model.addAttribute("signedOut", signedOut));
		if (user != null) {
			model.addAttribute("call", this.call.make());
		}
		return "home/home";
	}

	private List<SignInChoice> choices() {
		return this.providers.all()
			.stream()
			.map((provider) -> SignInChoice.of(provider, this.availability.problemOf(provider.name()).orElse(null)))
			.toList();
	}

}
