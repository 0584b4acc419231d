package dev.quartet.auth.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.consents.ConsentDecisions;
import dev.quartet.auth.consents.GivenConsent;
import dev.quartet.auth.receipts.Decision;
import dev.quartet.auth.users.PersonTimes;
import dev.quartet.auth.web.QueryString;
import dev.quartet.auth.web.Times;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a person the applications that she has let in, and lets her take it back. */
@Controller
@RequestMapping("/account/apps")
class AppsController {

	/** How much longer she may let an application go on, by the word in the form. */
	private static final Map<String, Duration> SHORTER = Map.of("day", Duration.ofDays(1), "week", Duration.ofDays(7),
			"month", Duration.ofDays(30));

	private static final Set<String> DONE = Set.of("narrowed", "shortened", "revoked", "revoked-all", "ended",
			"nothing");

	private final ConnectedApps apps;

	private final AppViews views;

	private final PersonTimes times;

	private final ConsentDecisions decisions;

	private final PersonGrants grants;

	private final Clock clock;

	AppsController(ConnectedApps apps, AppViews views, PersonTimes times, ConsentDecisions decisions,
			PersonGrants grants, Clock clock) {
		this.apps = apps;
		this.views = views;
		this.times = times;
		this.decisions = decisions;
		this.grants = grants;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String done, Authentication person, Locale language, Model model) {
		Times written = this.times.of(person.getName(), language);
		List<AppView> all = this.apps.of(person.getName())
			.stream()
			.map((app) -> this.views.of(app, written, language))
			.toList();
		model.addAttribute("apps", all);
		model.addAttribute("done", DONE.contains(done) ? "apps.done." + done : null);
		return "apps/apps";
	}

	@GetMapping("/one")
	String one(@RequestParam("client_id") String clientId, @RequestParam(defaultValue = "") String done,
			Authentication person, Locale language, Model model) {
		Optional<ConnectedApp> app = this.apps.of(person.getName(), clientId);
		if (app.isEmpty()) {
			return "redirect:/account/apps";
		}
		model.addAttribute("app", this.views.of(app.get(), this.times.of(person.getName(), language), language));
		model.addAttribute("done", DONE.contains(done) ? "apps.done." + done : null);
		return "apps/one";
	}

	/** What is not ticked any more is taken back. */
	@PostMapping("/narrow")
	String narrow(@RequestParam("client_id") String clientId,
			@RequestParam(name = "shown", defaultValue = "") List<String> shown,
			@RequestParam(name = "scope", defaultValue = "") List<String> kept, Authentication person) {
		Set<String> gone = new HashSet<>(shown);
		kept.forEach(gone::remove);
		boolean all = !gone.isEmpty() && consented(person, clientId).equals(gone);
		boolean done = isConnected(person, clientId) && (all ? this.decisions.revoke(person.getName(), clientId)
				: this.decisions.narrow(person.getName(), clientId, gone, Decision.NARROWED));
		return all ? backToList(done ? "revoked" : "nothing") : backTo(clientId, done ? "narrowed" : "nothing");
	}

	/** What the page suggests: takes back what is not used. */
	@PostMapping("/tidy")
	String tidy(@RequestParam("client_id") String clientId, Authentication person) {
		Set<String> disused = this.apps.of(person.getName(), clientId)
			.map((app) -> Set.copyOf(app.disused()))
			.orElse(Set.of());
		boolean done = this.decisions.narrow(person.getName(), clientId, disused, Decision.NARROWED);
		return backToList(done ? "narrowed" : "nothing");
	}

	@PostMapping("/shorten")
	String shorten(@RequestParam("client_id") String clientId, @RequestParam(defaultValue = "") String until,
			Authentication person) {
		Duration left = SHORTER.get(until);
		boolean done = left != null && isConnected(person, clientId)
				&& this.decisions.shorten(person.getName(), clientId, this.clock.instant().plus(left));
		return backTo(clientId, done ? "shortened" : "nothing");
	}

	@PostMapping("/revoke")
	String revoke(@RequestParam("client_id") String clientId, Authentication person) {
		boolean done = isConnected(person, clientId) && this.decisions.revoke(person.getName(), clientId);
		return backToList(done ? "revoked" : "nothing");
	}

	@PostMapping("/revoke-all")
	String revokeAll(Authentication person) {
		return backToList((this.decisions.revokeAll(person.getName()) > 0) ? "revoked-all" : "nothing");
	}

	/** Ends one sign-in or device, and leaves what the application may do. */
	@PostMapping("/end")
	String end(@RequestParam("client_id") String clientId, @RequestParam UUID grant, Authentication person) {
		boolean done = this.grants.end(person.getName(), grant, EndedBy.PERSON);
		return backTo(clientId, done ? "ended" : "nothing");
	}

	// Whatever was sent, nobody is looked for in the database that she does not know.
	private boolean isConnected(Authentication person, String clientId) {
		return this.apps.of(person.getName(), clientId).isPresent();
	}

	private Set<String> consented(Authentication person, String clientId) {
		return this.apps.of(person.getName(), clientId)
			.map((app) -> app.consents().stream().map(GivenConsent::scope).collect(Collectors.toSet()))
			.orElse(Set.of());
	}

	private static String backTo(String clientId, String done) {
		return "redirect:/account/apps/one?" + new QueryString().add("client_id", clientId).add("done", done);
	}

	private static String backToList(String done) {
		return "redirect:/account/apps?done=" + done;
	}

}
