package dev.quartet.app.signin;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/** Begins the sign-ins that are there to be done wrong. */
@Component
public class TrialRequests {

	private static final ReturnPath FLOWS = ReturnPath.of("/flow");

	private final Journeys journeys;

	private final LoginCookie cookie;

	TrialRequests(Journeys journeys, LoginCookie cookie) {
		this.journeys = journeys;
		this.cookie = cookie;
	}

	/**
	 * Where the browser must go for it.
	 * @throws ProviderSilent when the provider does not answer
	 * @throws AnswerRefused when the provider is not acceptable
	 */
	public String begin(Provider provider, String fault, HttpServletRequest request, HttpServletResponse response) {
		Wish wish = Wish.experiment(fault, FLOWS);
		return this.journeys.leave(provider, wish, (state) -> this.cookie.give(state, request, response))
			.address()
			.toString();
	}

}
