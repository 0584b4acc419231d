package dev.quartet.auth.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.authorize.InteractionMark;
import dev.quartet.auth.authorize.InteractionMarks;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the login page and lets another person take over. */
@Controller
class LoginController {

	private final RegisteredClientRepository clients;

	private final InteractionMarks marks;

	private final LoginSettings settings;

	private final ApplicationEventPublisher events;

	LoginController(RegisteredClientRepository clients, InteractionMarks marks, LoginSettings settings,
			ApplicationEventPublisher events) {
		this.clients = clients;
		this.marks = marks;
		this.settings = settings;
		this.events = events;
	}

	@GetMapping("/login")
	String login(@RequestParam(name = WayBack.PARAMETER, required = false) @Nullable String wanted,
			@Nullable Authentication person, HttpServletRequest request, Model model) {
		WayBack wayBack = WayBack.allowed(wanted);
		if (person != null && !mustSignInAgain(wayBack, person)) {
			return "redirect:" + wayBack.address();
		}
		Optional<RegisteredClient> client = wayBack.parameter("client_id").map(this.clients::findByClientId);
		client.ifPresent((known) -> allowTheRedirect(request, wayBack, known));
		model.addAttribute("continueTo", wayBack.leadsHome() ? null : wayBack.address());
		model.addAttribute("cancel", client.isPresent() && wayBack.leadsToClient());
		model.addAttribute("clientName", client.map(RegisteredClient::getClientName).orElse(null));
		model.addAttribute("username", username(wayBack, person));
		model.addAttribute("signedInAs", (person != null) ? name(person) : null);
		model.addAttribute("mayContinue", person != null && !prompts(wayBack).contains("login"));
		model.addAttribute("failed", request.getParameter(LoginOutcome.FAILED) != null);
		model.addAttribute("busy", request.getParameter(LoginOutcome.BUSY) != null);
		model.addAttribute("demoPeople", this.settings.demoPeople());
		return "login/login";
	}

	@PostMapping("/login/continue")
	String goOn(@RequestParam(WayBack.PARAMETER) String wanted, Authentication person) {
		WayBack wayBack = WayBack.allowed(wanted);
		String mark = this.marks.picked(wayBack.parameters(), person.getName());
		return "redirect:" + wayBack.with(InteractionMarks.PARAMETER, mark).address();
	}

	@PostMapping("/login/cancel")
	String cancel(@RequestParam(WayBack.PARAMETER) String wanted) {
		WayBack wayBack = WayBack.allowed(wanted);
		String mark = this.marks.cancelled(wayBack.parameters());
		return "redirect:" + wayBack.with(InteractionMarks.PARAMETER, mark).address();
	}

	@PostMapping("/login/switch")
	String switchPerson(@RequestParam(name = WayBack.PARAMETER, required = false) @Nullable String wanted,
			@Nullable Authentication person, HttpServletRequest request, HttpServletResponse response) {
		if (person != null) {
			this.events.publishEvent(new LogoutSuccessEvent(person));
		}
		new SecurityContextLogoutHandler().logout(request, response, person);
		return "redirect:" + WayBack.allowed(wanted).loginPage();
	}

	private boolean mustSignInAgain(WayBack wayBack, Authentication person) {
		return this.marks.read(wayBack.parameters())
			.filter(InteractionMark::asksToSignIn)
			.filter((mark) -> !mark.isAfterwards(SignIn.of(person).authTime()))
			.isPresent();
	}

	private static List<String> prompts(WayBack wayBack) {
		return List.of(wayBack.parameter("prompt").orElse("").split(" ", -1));
	}

	private static @Nullable String username(WayBack wayBack, @Nullable Authentication person) {
		boolean another = prompts(wayBack).contains("select_account");
		String known = (person != null && !another) ? name(person) : null;
		return wayBack.parameter("login_hint").orElse(known);
	}

	private static String name(Authentication person) {
		return (person.getPrincipal() instanceof SignedInPerson signedIn) ? signedIn.loginName() : person.getName();
	}

	// With a remembered consent the answer to this form is a redirect to the client.
	private static void allowTheRedirect(HttpServletRequest request, WayBack wayBack, RegisteredClient client) {
		String asked = wayBack.parameter("redirect_uri").orElse("");
		SecurityHeaders.allowFormsTo(request,
				client.getRedirectUris().contains(asked) ? Set.of(asked) : client.getRedirectUris());
	}

}
