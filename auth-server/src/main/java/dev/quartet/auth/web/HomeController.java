package dev.quartet.auth.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells who opens the server's own address what it is. */
@Controller
class HomeController {

	private final AuthorizationServerSettings server;

	private final StartingPoints startingPoints;

	private final boolean demo;

	HomeController(AuthorizationServerSettings server, StartingPoints startingPoints, Environment environment) {
		this.server = server;
		this.startingPoints = startingPoints;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@GetMapping("/")
	String home(@Nullable Authentication person, Model model) {
		String username = (person != null && person.getPrincipal() instanceof Visitor visitor) ? visitor.loginName()
				: null;
		model.addAttribute("issuer", this.server.getIssuer());
		model.addAttribute("username", username);
		model.addAttribute("applications", (username != null) ? this.startingPoints.all() : List.of());
		model.addAttribute("demo", this.demo);
		return "web/home";
	}

}
