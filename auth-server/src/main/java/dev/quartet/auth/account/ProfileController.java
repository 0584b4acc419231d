package dev.quartet.auth.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.users.PersonClaims;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import dev.quartet.auth.web.Times;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows a person what the server knows of her and tells others, and lets her change it.
 */
@Controller
@RequestMapping("/account")
class ProfileController {

	private final Users users;

	private final PersonClaims claims;

	private final ProfileChange change;

	private final RenewedSession session;

	ProfileController(Users users, PersonClaims claims, ProfileChange change, RenewedSession session) {
		this.users = users;
		this.claims = claims;
		this.change = change;
		this.session = session;
	}

	@GetMapping
	String show(Authentication person, @RequestParam Map<String, String> parameters, Locale language, Model model) {
		User user = user(person.getName());
		model.addAttribute("saved", parameters.containsKey("saved"));
		return page(user, ProfileForm.of(user.profile()), Set.of(), language, model);
	}

	@PostMapping
	String change(Authentication person, @RequestParam Map<String, String> parameters, Locale language, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		User user = user(person.getName());
		ProfileForm form = ProfileForm.of(parameters);
		Set<ProfileField> problems = form.problems();
		boolean fits = form.changed(user.profile()).fits();
		if (!problems.isEmpty() || !fits) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("tooMuch", !fits);
			return page(user, form, problems, language, model);
		}
		if (!this.change.save(user.id(), parameters.getOrDefault("version", ""), form)) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("conflict", true);
			return page(user(user.id()), form, Set.of(), language, model);
		}
		this.session.greet(person, user(user.id()), request, response);
		return "redirect:/account?saved";
	}

	private String page(User user, ProfileForm form, Set<ProfileField> problems, Locale language, Model model) {
		Profile stored = user.profile();
		Map<String, Object> known = this.claims.claims(user.id(), List.of(StandardClaim.values()));
		model.addAttribute("user", user.id());
		model.addAttribute("username", stored.username());
		model.addAttribute("known", known);
		model.addAttribute("changedAt",
				Times.of(language, known.get(StandardClaim.ZONEINFO.value())).shown(user.updatedAt()));
		model.addAttribute("version", stored.fingerprint());
		model.addAttribute("profileFields", inputs(ProfileForm.PROFILE, form, stored, problems));
		model.addAttribute("addressFields", inputs(ProfileForm.ADDRESS, form, stored, problems));
		model.addAttribute("wrong", !problems.isEmpty());
		return "account/profile";
	}

	private static List<Input> inputs(List<ProfileField> fields, ProfileForm form, Profile stored,
			Set<ProfileField> problems) {
		ProfileForm before = ProfileForm.of(stored);
		return fields.stream()
			.map((field) -> new Input(field.id(), field.name(), field.label(), field.autocomplete(), field.lines(),
					field.expected(), form.value(field), before.value(field), problems.contains(field)))
			.toList();
	}

	private User user(String id) {
		return this.users.findById(id).orElseThrow();
	}

	/** Is a field as the page shows it, with what is stored at this moment. */
	record Input(String id, String name, String label, String autocomplete, boolean lines, String expected,
			String value, String stored, boolean wrong) {
	}

}
