package dev.quartet.auth.login;

import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.authorize.InteractionMark;
import dev.quartet.auth.authorize.InteractionMarks;
import dev.quartet.auth.authorize.ShownRequest;
import dev.quartet.auth.authorize.ShownRequests;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.web.Languages;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the login page and lets another person take over. */
@Controller
class LoginController {

	private final ShownRequests requests;

	private final InteractionMarks marks;

	private final LoginSettings settings;

	private final ApplicationEventPublisher events;

	LoginController(ShownRequests requests, InteractionMarks marks, LoginSettings settings,
			ApplicationEventPublisher events) {
		this.requests = requests;
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
		ShownRequest asked = this.requests.of(wayBack.parameters());
		asked.parameter(Languages.PARAMETER).ifPresent((wish) -> Languages.prefer(request, wish));
		Optional<RegisteredClient> client = asked.client();
		client.ifPresent((known) -> allowTheRedirect(request, asked, known));
		model.addAttribute("continueTo", wayBack.leadsHome() ? null : wayBack.address());
		model.addAttribute("cancel", client.isPresent() && wayBack.leadsToClient());
		model.addAttribute("clientName", client.map((known) -> name(known, asked, request)).orElse(null));
		model.addAttribute("username", username(asked, person));
		model.addAttribute("signedInAs", (person != null) ? name(person) : null);
		model.addAttribute("mayContinue", person != null && asked.prompts("select_account") && !asked.prompts("login"));
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

	private static String name(RegisteredClient client, ShownRequest asked, HttpServletRequest request) {
		return QuartetClientSettings.name(client,
				Languages.of(request, asked.parameter(Languages.PARAMETER).orElse("")));
	}

	private static @Nullable String username(ShownRequest asked, @Nullable Authentication person) {
		String known = (person != null && !asked.prompts("select_account")) ? name(person) : null;
		return asked.parameter("login_hint").orElse(known);
	}

	private static String name(Authentication person) {
		return (person.getPrincipal() instanceof SignedInPerson signedIn) ? signedIn.loginName() : person.getName();
	}

	// With a remembered consent the answer to this form is a redirect to the client.
	private static void allowTheRedirect(HttpServletRequest request, ShownRequest asked, RegisteredClient client) {
		String uri = asked.parameter("redirect_uri").orElse("");
		SecurityHeaders.allowFormsTo(request,
				client.getRedirectUris().contains(uri) ? Set.of(uri) : client.getRedirectUris());
	}

}
