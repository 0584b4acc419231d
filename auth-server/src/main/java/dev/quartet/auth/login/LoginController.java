package dev.quartet.auth.login;

import java.util.Optional;

import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the login page and lets another person take over. */
@Controller
class LoginController {

	private final RegisteredClientRepository clients;

	private final LoginSettings settings;

	private final LogoutHandler sessions;

	LoginController(RegisteredClientRepository clients, LoginSettings settings, LogoutHandler sessions) {
		this.clients = clients;
		this.settings = settings;
		this.sessions = sessions;
	}

	@GetMapping("/login")
	String login(@RequestParam(name = WayBack.PARAMETER, required = false) @Nullable String wanted,
			@RequestParam(required = false) @Nullable String failed, @Nullable Authentication person,
			HttpServletRequest request, Model model) {
		WayBack wayBack = WayBack.allowed(wanted);
		if (person != null && person.isAuthenticated()) {
			return "redirect:" + wayBack.address();
		}
		Optional<RegisteredClient> client = wayBack.parameter("client_id").map(this.clients::findByClientId);
		client.ifPresent((known) -> allowTheRedirect(request, wayBack, known));
		model.addAttribute("continueTo", wayBack.leadsHome() ? null : wayBack.address());
		model.addAttribute("clientName", client.map(RegisteredClient::getClientName).orElse(null));
		model.addAttribute("username", wayBack.parameter("login_hint").orElse(null));
		model.addAttribute("failed", failed != null);
		model.addAttribute("demoPeople", this.settings.demoPeople());
		return "login/login";
	}

	@PostMapping("/login/switch")
	String switchPerson(@RequestParam(name = WayBack.PARAMETER, required = false) @Nullable String wanted,
			@Nullable Authentication person, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.logout(request, response, person);
		return "redirect:" + WayBack.allowed(wanted).loginPage();
	}

	// With a remembered consent the answer to this form is a redirect to the client.
	private static void allowTheRedirect(HttpServletRequest request, WayBack wayBack, RegisteredClient client) {
		String asked = wayBack.parameter("redirect_uri").orElse("");
		Optional<String> redirectUri = client.getRedirectUris().stream().filter(asked::equals).findFirst();
		redirectUri.or(() -> client.getRedirectUris().stream().findFirst())
			.ifPresent((uri) -> SecurityHeaders.allowFormsTo(request, uri));
	}

}
