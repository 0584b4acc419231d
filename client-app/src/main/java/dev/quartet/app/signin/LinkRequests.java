package dev.quartet.app.signin;

import java.util.Optional;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import dev.quartet.app.secrets.Unguessable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/** Begins the sign-ins that add an account to the person of a session. */
@Component
public class LinkRequests {

	private static final ReturnPath LINKS = ReturnPath.of("/links");

	private final Providers providers;

	private final Journeys journeys;

	private final LoginCookie cookie;

	LinkRequests(Providers providers, Journeys journeys, LoginCookie cookie) {
		this.providers = providers;
		this.journeys = journeys;
		this.cookie = cookie;
	}

	/**
	 * Where the browser must go for it; empty when there is no such provider.
	 * @throws ProviderSilent when the provider does not answer
	 * @throws AnswerRefused when the provider is not acceptable
	 */
	public Optional<String> begin(String name, HttpServletRequest request, HttpServletResponse response) {
		Optional<Provider> provider = this.providers.find(name);
		if (provider.isEmpty()) {
			return Optional.empty();
		}
		Wish wish = Wish.link(Unguessable.hash(request.getSession().getId()), LINKS);
		Departure departure = this.journeys.leave(provider.get(), wish,
				(state) -> this.cookie.give(state, request, response));
		return Optional.of(departure.address().toString());
	}

}
