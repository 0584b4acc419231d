package dev.quartet.auth.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.PasswordRules;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the page behind the set-up link, and takes the first administrator's password.
 */
@Controller
@RequestMapping("/setup")
class SetupController {

	private final FirstAdministrator administrator;

	private final PasswordRules rules;

	SetupController(FirstAdministrator administrator, PasswordRules rules) {
		this.administrator = administrator;
		this.rules = rules;
	}

	// The address of this page holds the secret.
	@ModelAttribute
	void tellNobodyTheAddress(HttpServletResponse response) {
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String token) {
		return this.administrator.isValid(token) ? form(token, List.of()) : used();
	}

	@PostMapping
	ModelAndView create(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String password,
			@RequestParam(name = "password-again", defaultValue = "") String again) {
		if (!this.administrator.isValid(token)) {
			return used();
		}
		List<PasswordProblem> errors = new ArrayList<>(this.rules.problems(FirstAdministrator.PROFILE, password));
		if (!password.equals(again)) {
			errors.add(PasswordProblem.DIFFERENT);
		}
		if (!errors.isEmpty()) {
			return form(token, errors);
		}
		return this.administrator.claim(token, password) ? new ModelAndView("redirect:/login") : used();
	}

	private static ModelAndView form(String token, List<PasswordProblem> errors) {
		return new ModelAndView("setup/setup",
				Map.of("username", FirstAdministrator.USERNAME, "token", token, "errors", errors));
	}

	private static ModelAndView used() {
		return new ModelAndView("setup/used", HttpStatus.GONE);
	}

}
