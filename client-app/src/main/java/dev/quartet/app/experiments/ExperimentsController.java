package dev.quartet.app.experiments;

import dev.quartet.app.recording.Recordings;
import dev.quartet.app.recording.SessionFlows;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.signin.Leaving;
import dev.quartet.app.signin.TrialRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Begins experiments, for a browser that has signed in with the provider before. */
@Controller
@Profile("demo")
class ExperimentsController {

	private final Experiments experiments;

	private final Providers providers;

	private final Recordings recordings;

	private final TrialRequests requests;

	ExperimentsController(Experiments experiments, Providers providers, Recordings recordings, TrialRequests requests) {
		this.experiments = experiments;
		this.providers = providers;
		this.recordings = recordings;
		this.requests = requests;
	}

	@PostMapping("/flow/experiments/{provider}/{fault}")
	String begin(@PathVariable String provider, @PathVariable String fault, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Provider known = this.providers.find(provider)
			.filter((found) -> this.experiments.find(found, fault).isPresent())
			.filter((found) -> hasSignedInWith(found, request))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute(Leaving.ADDRESS, this.requests.begin(known, fault, request, response));
		return Leaving.PAGE;
	}

	private boolean hasSignedInWith(Provider provider, HttpServletRequest request) {
		return this.recordings.list(SessionFlows.of(request.getSession(false)))
			.stream()
			.anyMatch((recording) -> recording.provider().equals(provider.name()));
	}

}
