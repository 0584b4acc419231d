package dev.quartet.app.signin;

import java.io.IOException;
import java.util.Optional;

import dev.quartet.app.identities.IdentityTaken;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.pending.PendingLogins;
import dev.quartet.app.pending.PendingLogins.Returned;
import dev.quartet.app.pending.Purpose;
import dev.quartet.app.recording.FrontMessage;
import dev.quartet.app.recording.Party;
import dev.quartet.app.recording.Recorder;
import dev.quartet.app.recording.SessionFlows;
import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/** Decides what a browser that comes back from a provider gets to see. */
@Component
class Homecoming {

	private final PendingLogins pending;

	private final LoginCookie cookie;

	private final Journeys journeys;

	private final Finish finish;

	private final Recorder recorder;

	private final Optional<Trials> trials;

	Homecoming(PendingLogins pending, LoginCookie cookie, Journeys journeys, Finish finish, Recorder recorder,
			Optional<Trials> trials) {
		this.pending = pending;
		this.cookie = cookie;
		this.journeys = journeys;
		this.finish = finish;
		this.recorder = recorder;
		this.trials = trials;
	}

	void of(Provider provider, Answer came, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String state = came.onlyState().orElse("");
		Optional<Returned> returned = this.cookie.of(state, request)
			.flatMap((browser) -> this.pending.take(state, browser));
		if (returned.isEmpty()) {
			problem(provider, came).offering("start-again", ReturnPath.of(null).signInWith(provider.name()))
				.send(request, response);
			return;
		}
		this.cookie.drop(state, response);
		PendingLogin login = returned.get().login();
		boolean inAddress = returned.get().answer().isEmpty();
		Answer answer = inAddress ? came : new Answer(returned.get().answer());
		this.recorder.travelled(login.recording(),
				new FrontMessage(Party.CLIENT, inAddress ? "GET" : "POST", login.redirectUri(), answer.parameters()));
		try {
			check(provider, login, inAddress);
			response.sendRedirect((login.purpose() == Purpose.EXPERIMENT) ? tried(provider, login, answer, request)
					: finished(provider, login, answer, request, response));
		}
		catch (AnswerRefused | ProviderSilent | IdentityTaken ex) {
			Problem problem = SignInProblems.of(ex);
			ended(login, problem.name(), request);
			wayOut(problem, login).send(request, response);
		}
	}

	private String finished(Provider provider, PendingLogin login, Answer answer, HttpServletRequest request,
			HttpServletResponse response) {
		String outcome = this.finish.with(login, this.journeys.arrive(provider, login, answer), request, response);
		ended(login, outcome, request);
		return ReturnPath.of(login.returnPath()).value();
	}

	/** Signs nobody in, and leaves people, tokens and the session's person alone. */
	private String tried(Provider provider, PendingLogin login, Answer answer, HttpServletRequest request) {
		Trials allowed = this.trials
			.orElseThrow(() -> new AnswerRefused(SignInProblems.UNKNOWN_STATE, "no experiments here"));
		String state = answer.required("state");
		Trial trial = new Trial(provider, login, this.journeys.brought(provider, login, answer), state,
				this.cookie.of(state, request).orElse(""));
		ended(login, allowed.attempt(trial), request);
		return "/flow/" + login.recording();
	}

	private void ended(PendingLogin login, String outcome, HttpServletRequest request) {
		if (login.recording() != null) {
			this.recorder.ended(login.recording(), outcome);
			SessionFlows.keep(request.getSession(), login.recording());
		}
	}

	private static Problem problem(Provider provider, Answer came) {
		// A browser that fetches a posted answer brings the state alone.
		boolean fetches = isPosted(provider) && came.onlyState().isPresent();
		return (came.isAnswer() || fetches) ? SignInProblems.unknown() : SignInProblems.incomplete();
	}

	private static void check(Provider provider, PendingLogin login, boolean inAddress) {
		// An answer at the callback of another provider is a mix-up (RFC 9700 §4.4).
		if (!login.provider().equals(provider.name())) {
			throw new AnswerRefused(SignInProblems.OTHER_ISSUER, "the sign-in began with " + login.provider());
		}
		if (isPosted(provider) && inAddress) {
			throw new AnswerRefused(SignInProblems.INCOMPLETE, "the answer was to come as a form");
		}
	}

	/** Whether the provider's answers come as forms, and in no other way. */
	static boolean isPosted(Provider provider) {
		return provider instanceof OidcProvider oidc && oidc.formPost();
	}

	private static Problem wayOut(Problem problem, PendingLogin login) {
		return switch (login.purpose()) {
			case LINK -> problem.offering("links", "/links");
			case EXPERIMENT -> problem.offering("flows", login.returnPath());
			case SIGN_IN ->
				problem.offering("start-again", ReturnPath.of(login.returnPath()).signInWith(login.provider()));
		};
	}

}
