package dev.quartet.auth.logout;

import java.io.IOException;
import java.util.List;

import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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

	static final String OWN_PATH = "/logout";

	private static final String SIGNED_OUT = "/signed-out";

	/** Time for the clients' pages to load before the browser goes on. */
	private static final int SECONDS_TO_LOAD = 3;

	private final EndSessionRules rules;

	private final SignOut signOut;

	private final ClientVetting vetting;

	private final ErrorPageRenderer errors;

	EndSessionController(EndSessionRules rules, SignOut signOut, ClientVetting vetting, ErrorPageRenderer errors) {
		this.rules = rules;
		this.signOut = signOut;
		this.vetting = vetting;
		this.errors = errors;
	}

	@RequestMapping(path = PATH, method = { RequestMethod.GET, RequestMethod.POST })
	String endSession(@RequestParam MultiValueMap<String, String> parameters, @Nullable Authentication person,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		EndSessionRequest wanted = EndSessionRequest.of(parameters);
		EndSessionRules.Verdict verdict = this.rules.judge(wanted);
		if (person == null || verdict.proves(person.getName())) {
			return signOut(verdict, person, model, request, response);
		}
		if (verdict.destination() != null) {
			SecurityHeaders.allowFormsTo(request, verdict.destination());
		}
		model.addAttribute("clientName", verdict.clientName());
		model.addAttribute("fields", wanted.fields(verdict.clientId()));
		return "logout/confirm";
	}

	@PostMapping(CONFIRM_PATH)
	String confirm(@RequestParam MultiValueMap<String, String> parameters, @Nullable Authentication person, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		return signOut(this.rules.judge(EndSessionRequest.of(parameters)), person, model, request, response);
	}

	@PostMapping(OWN_PATH)
	String signOutHere(@Nullable Authentication person, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		return signOut(EndSessionRules.Verdict.OWN, person, model, request, response);
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

	private String signOut(EndSessionRules.Verdict verdict, @Nullable Authentication person, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		List<String> frames = (person != null) ? this.signOut.of(person, verdict.clientId()) : List.of();
		new SecurityContextLogoutHandler().logout(request, response, person);
		String destination = verdict.destination();
		model.addAttribute("returnTo", destination);
		model.addAttribute("clientName", verdict.clientName());
		if (person == null && destination != null && isUnvouched(verdict)) {
			return "logout/signed-out";
		}
		if (frames.isEmpty()) {
			model.asMap().clear();
			return "redirect:" + ((destination != null) ? destination : SIGNED_OUT);
		}
		SecurityHeaders.allowFrames(request, frames);
		model.addAttribute("frames", frames);
		if (destination != null) {
			response.setHeader("Refresh", SECONDS_TO_LOAD + ";url=" + destination);
		}
		return "logout/signed-out";
	}

	// Nobody was signed out, so the link that was followed has no other end than to lead
	// there (RFC 9700 §4.11.2).
	private boolean isUnvouched(EndSessionRules.Verdict verdict) {
		return verdict.clientId() != null && this.vetting.isUnvetted(verdict.clientId());
	}

}
