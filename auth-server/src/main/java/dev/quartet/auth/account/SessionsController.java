package dev.quartet.auth.account;

import java.util.List;
import java.util.Locale;

import dev.quartet.auth.sessions.OpenSession;
import dev.quartet.auth.sessions.OpenSessions;
import dev.quartet.auth.users.PersonTimes;
import dev.quartet.auth.web.Times;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a person in which browsers she is signed in, and signs her out there. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {

	private final OpenSessions sessions;

	private final PersonTimes times;

	SessionsController(OpenSessions sessions, PersonTimes times) {
		this.sessions = sessions;
		this.times = times;
	}

	@GetMapping
	String show(Authentication person, Locale language, Model model) {
		String here = RenewedSession.session(person).sid();
		Times times = this.times.of(person.getName(), language);
		List<Row> rows = this.sessions.of(person.getName())
			.stream()
			.map((session) -> new Row(session, session.sid().equals(here), times.shown(session.signedInAt()),
					times.shown(session.lastActiveAt())))
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("others", rows.stream().anyMatch((row) -> !row.here()));
		return "account/sessions";
	}

	@PostMapping(params = "end")
	String end(@RequestParam String end, Authentication person) {
		this.sessions.end(person.getName(), end);
		return "redirect:/account/sessions";
	}

	@PostMapping(params = "!end")
	String endOthers(Authentication person) {
		this.sessions.endOthers(person.getName(), RenewedSession.session(person).sid());
		return "redirect:/account/sessions";
	}

	/** Is a browser as the page shows it. */
	record Row(OpenSession session, boolean here, String signedIn, String lastActive) {
	}

}
