package dev.quartet.auth.account;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.sessions.OpenSessions;
import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a person who knows her password choose another one. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

	private final Users users;

	private final PasswordChange change;

	private final OpenSessions sessions;

	private final RenewedSession session;

	private final ErrorPageRenderer errors;

	private final Clock clock;

	PasswordController(Users users, PasswordChange change, OpenSessions sessions, RenewedSession session,
			ErrorPageRenderer errors, Clock clock) {
		this.users = users;
		this.change = change;
		this.sessions = sessions;
		this.session = session;
		this.errors = errors;
		this.clock = clock;
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedInPerson person, @RequestParam Map<String, String> parameters,
			Model model) {
		model.addAttribute("changed", parameters.containsKey("changed"));
		return page(person, List.of(), false, model);
	}

	@PostMapping
	String change(Authentication person, @RequestParam Map<String, String> form, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		NewPassword typed = new NewPassword(form.getOrDefault("current", ""), form.getOrDefault("password", ""),
				form.getOrDefault("password-again", ""), form.containsKey("disconnect"));
		User user = this.users.findById(person.getName()).orElseThrow();
		PasswordChange.Outcome outcome = this.change.change(user, typed);
		Instant changedAt = outcome.changedAt();
		if (changedAt == null) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return page(SignedInPerson.of(user), outcome.problems(), typed.disconnectApps(), model);
		}
		this.sessions.endOthers(user.id(), RenewedSession.session(person).sid());
		this.session.signedIn(person, user, changedAt, request, response);
		return "redirect:/account/password?changed";
	}

	@ExceptionHandler
	void refuse(TooManyWrongPasswords refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		long seconds = Duration.between(this.clock.instant(), refusal.until()).toSeconds() + 1;
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		this.errors.render(request, response, ErrorPage.of(ErrorReason.TOO_MANY_REQUESTS));
	}

	/** Too many passwords are hashed at once. */
	@ExceptionHandler(AuthenticationServiceException.class)
	void wait(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.errors.render(request, response, ErrorPage.of(ErrorReason.UNAVAILABLE));
	}

	private static String page(SignedInPerson person, List<PasswordProblem> problems, boolean disconnect, Model model) {
		boolean wrong = problems.contains(PasswordProblem.WRONG);
		model.addAttribute("username", person.loginName());
		model.addAttribute("wrong", wrong);
		model.addAttribute("problems", wrong ? List.of() : problems);
		model.addAttribute("disconnect", disconnect);
		return "account/password";
	}

}
