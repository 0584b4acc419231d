package dev.quartet.auth.logout;

import java.io.IOException;
import java.util.Map;

import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signs a person out at the request of a client, after asking her where the request
 * proves nothing.
 */
@Controller
class EndSessionController {

	static final String PATH = "/connect/logout";

	static final String CONFIRM_PATH = "/connect/logout/confirm";

	private static final String SIGNED_OUT = "/signed-out";

	private final EndSessionRules rules;

	private final ErrorPageRenderer errors;

	private final ApplicationEventPublisher events;

	EndSessionController(EndSessionRules rules, ErrorPageRenderer errors, ApplicationEventPublisher events) {
		this.rules = rules;
		this.errors = errors;
		this.events = events;
	}

	@RequestMapping(path = PATH, method = { RequestMethod.GET, RequestMethod.POST })
	String endSession(@RequestParam Map<String, String> parameters, @Nullable Authentication person, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		EndSessionRequest wanted = EndSessionRequest.of(parameters);
		EndSessionRules.Verdict verdict = this.rules.judge(wanted);
		if (person == null || verdict.proves(person.getName())) {
			return signOut(verdict, person, request, response);
		}
		if (verdict.destination() != null) {
			SecurityHeaders.allowFormsTo(request, verdict.destination());
		}
		model.addAttribute("clientName", verdict.clientName());
		model.addAttribute("fields", wanted.fields(verdict.clientId()));
		return "logout/confirm";
	}

	@PostMapping(CONFIRM_PATH)
	String confirm(@RequestParam Map<String, String> parameters, @Nullable Authentication person,
			HttpServletRequest request, HttpServletResponse response) {
		return signOut(this.rules.judge(EndSessionRequest.of(parameters)), person, request, response);
	}

	@GetMapping(SIGNED_OUT)
	String signedOut() {
		return "logout/signed-out";
	}

	@ExceptionHandler
	void refuse(EndSessionRefused refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.errors.render(request, response,
				ErrorPage.of(refusal.reason())
					.hint("error", "invalid_request")
					.hint("error_description", String.valueOf(refusal.getMessage())));
	}

	private String signOut(EndSessionRules.Verdict verdict, @Nullable Authentication person, HttpServletRequest request,
			HttpServletResponse response) {
		new SecurityContextLogoutHandler().logout(request, response, person);
		if (person != null) {
			this.events.publishEvent(new SignedOut(person.getName(), verdict.clientId()));
		}
		return "redirect:" + ((verdict.destination() != null) ? verdict.destination() : SIGNED_OUT);
	}

}
