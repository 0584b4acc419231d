package dev.quartet.auth.account;

import java.util.List;
import java.util.Locale;

import dev.quartet.auth.audit.AuditEntry;
import dev.quartet.auth.audit.AuditHistory;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a person what happened with her account, the latest first. */
@Controller
class ActivityController {

	private static final int PAGE = 25;

	private final AuditHistory history;

	private final ActivityWords words;

	ActivityController(AuditHistory history, ActivityWords words) {
		this.history = history;
		this.words = words;
	}

	@GetMapping("/account/activity")
	String show(@RequestParam(defaultValue = "") String before, Authentication person, Locale language,
			HttpServletRequest request, Model model) {
		// one more tells whether there are any
		List<AuditEntry> found = this.history.of(person.getName(), before, PAGE + 1);
		List<AuditEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
		model.addAttribute("entries", this.words.of(shown, person.getName(), language, request));
		model.addAttribute("older", (found.size() > PAGE) ? shown.get(PAGE - 1).place() : null);
		model.addAttribute("later", !before.isEmpty());
		return "account/activity";
	}

}
