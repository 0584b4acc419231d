package dev.quartet.auth.device;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.consents.ScopeChoices;
import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.ErrorReason;
import dev.quartet.auth.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Leads a person from the code on her device to her answer. A code in the address only
 * fills in the form: nothing is looked up, let alone allowed, before she sends it (RFC
 * 8628 §3.3.1).
 */
@Controller
class DeviceController {

	private final CodeEntry codes;

	private final DeviceAnswers answers;

	private final DevicePage page;

	private final ErrorPageRenderer errors;

	private final Clock clock;

	DeviceController(CodeEntry codes, DeviceAnswers answers, DevicePage page, ErrorPageRenderer errors, Clock clock) {
		this.codes = codes;
		this.answers = answers;
		this.page = page;
		this.errors = errors;
		this.clock = clock;
	}

	@GetMapping("/device")
	String ask(@RequestParam(name = "user_code", defaultValue = "") String typed, Model model) {
		return ask(typed, false, model);
	}

	@PostMapping("/device")
	String enter(@RequestParam(name = "user_code", defaultValue = "") String typed, Authentication person, Model model,
			HttpServletResponse response) {
		Optional<String> state = this.codes.enter(typed, person);
		if (state.isEmpty()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			return ask(typed, true, model);
		}
		return "redirect:/device/confirm?"
				+ new QueryString().add("state", state.get()).add("user_code", DevicePage.asShown(typed));
	}

	@GetMapping("/device/confirm")
	String confirm(@RequestParam(defaultValue = "") String state,
			@RequestParam(name = "user_code", defaultValue = "") String typed,
			@RequestParam(defaultValue = "") String note, Authentication person, Model model,
			HttpServletRequest request) {
		OAuth2Authorization asked = this.answers.find(state, person)
			.filter((found) -> this.codes.isOf(found, typed))
			.orElseThrow(AnswerTooLate::new);
		model.addAllAttributes(this.page.asModel(asked, person, request));
		model.addAttribute("note", ScopeChoices.noteKey(note));
		model.addAttribute("state", state);
		model.addAttribute("userCode", DevicePage.asShown(typed));
		model.addAttribute("switchTo", "/device?" + new QueryString().add("user_code", DevicePage.asShown(typed)));
		return "device/confirm";
	}

	@PostMapping("/device/confirm")
	String answer(@RequestParam MultiValueMap<String, String> form, Authentication person) {
		String state = Objects.requireNonNullElse(form.getFirst("state"), "");
		OAuth2Authorization asked = this.answers.find(state, person).orElseThrow(AnswerTooLate::new);
		// Only her own yes counts as one, and only to what was shown.
		if (!form.containsKey("allow")) {
			this.answers.deny(asked, person);
			return "redirect:/device/denied";
		}
		ScopeChoices.Answer answer = this.answers.read(asked, person, form);
		if (answer.note().isPresent()) {
			String typed = Objects.requireNonNullElse(form.getFirst("user_code"), "");
			return "redirect:/device/confirm?"
					+ new QueryString().add("state", state).add("user_code", typed).add("note", answer.note().get());
		}
		if (!answer.allows()) {
			this.answers.deny(asked, person);
			return "redirect:/device/denied";
		}
		this.answers.allow(asked, answer, person);
		return "redirect:/device/allowed";
	}

	@GetMapping("/device/allowed")
	String allowed() {
		return "device/allowed";
	}

	@GetMapping("/device/denied")
	String denied() {
		return "device/denied";
	}

	@ExceptionHandler({ AnswerTooLate.class, OAuth2AuthenticationException.class })
	void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.errors.render(request, response, ErrorPage.of(ErrorReason.SIGN_IN_EXPIRED));
	}

	@ExceptionHandler
	void refuse(TooManyWrongCodes refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		long seconds = Duration.between(this.clock.instant(), refusal.until()).toSeconds() + 1;
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		this.errors.render(request, response, ErrorPage.of(ErrorReason.TOO_MANY_REQUESTS));
	}

	private static String ask(String typed, boolean wrong, Model model) {
		model.addAttribute("userCode", typed);
		model.addAttribute("wrong", wrong);
		return "device/code";
	}

}
