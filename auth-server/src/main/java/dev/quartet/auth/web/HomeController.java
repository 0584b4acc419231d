package dev.quartet.auth.web;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells who opens the server's own address what it is. */
@Controller
class HomeController {

	private final AuthorizationServerSettings server;

	private final boolean demo;

	HomeController(AuthorizationServerSettings server, Environment environment) {
		this.server = server;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@GetMapping("/")
	String home(@Nullable Principal person, Model model) {
		model.addAttribute("issuer", this.server.getIssuer());
		model.addAttribute("username", (person != null) ? person.getName() : null);
		model.addAttribute("demo", this.demo);
		return "web/home";
	}

}
