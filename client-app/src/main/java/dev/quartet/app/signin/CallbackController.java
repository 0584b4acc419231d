package dev.quartet.app.signin;

import java.io.IOException;

import dev.quartet.app.pending.PendingLogins;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Receives the browsers that come back from providers. */
@Controller
class CallbackController {

	static final String CODE = "/login/oauth2/code/";

	static final String VERIFIER = "/login/oauth1/callback/";

	private final Providers providers;

	private final PendingLogins pending;

	private final Homecoming homecoming;

	CallbackController(Providers providers, PendingLogins pending, Homecoming homecoming) {
		this.providers = providers;
		this.pending = pending;
		this.homecoming = homecoming;
	}

	@GetMapping({ CODE + "{name}", VERIFIER + "{name}" })
	void arrive(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Provider provider = this.providers.find(name).orElse(null);
		if (provider == null) {
			SignInProblems.NO_PROVIDER.send(request, response);
			return;
		}
		this.homecoming.of(provider, Answer.of(request), request, response);
	}

	/**
	 * Takes an answer that comes as a form (OAuth 2.0 Form Post Response Mode §2). The
	 * post comes from another site and so without our cookies: the browser fetches what
	 * follows itself, and the code never stands in an address.
	 */
	@PostMapping(CODE + "{name}")
	void receive(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Answer answer = Answer.of(request);
		Provider provider = this.providers.find(name).orElse(null);
		if (provider == null) {
			SignInProblems.NO_PROVIDER.send(request, response);
			return;
		}
		boolean expected = Homecoming.isPosted(provider) && request.getQueryString() == null;
		String state = expected ? answer.onlyState().orElse("") : "";
		if (!this.pending.park(name, state, answer.essentials())) {
			SignInProblems.unknown().send(request, response);
			return;
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader("Location",
				UriComponentsBuilder.fromPath(CODE).path(name).queryParam("state", state).toUriString());
	}

}
