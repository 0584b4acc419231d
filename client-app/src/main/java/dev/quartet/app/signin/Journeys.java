package dev.quartet.app.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.pending.PendingLogins;
import dev.quartet.app.recording.FrontMessage;
import dev.quartet.app.recording.Party;
import dev.quartet.app.recording.Recorder;
import dev.quartet.app.registry.Provider;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends browsers to providers and finds out who came back, whatever the kind. */
@Component
class Journeys {

	private final List<Journey<?>> kinds;

	private final PendingLogins pending;

	private final Recorder recorder;

	Journeys(List<Journey<?>> kinds, PendingLogins pending, Recorder recorder) {
		this.kinds = kinds;
		this.pending = pending;
		this.recorder = recorder;
	}

	/**
	 * Prepares a browser to leave for a provider.
	 * @param browser gives the browser a secret for a state, that nobody else holds
	 * @throws ProviderSilent when the provider does not answer
	 * @throws AnswerRefused when the provider is not acceptable
	 */
	<P extends Provider> Departure leave(P provider, Wish wish, UnaryOperator<String> browser) {
		Journey<P> journey = journey(provider);
		@Nullable String recording = this.recorder.begin(provider.name(), journey.kindName()).orElse(null);
		Departure departure = this.recorder.during(recording, () -> journey.leave(provider, wish, recording));
		if (!this.pending.keep(departure.state(), browser.apply(departure.state()), departure.login())) {
			throw new AnswerRefused(SignInProblems.TOO_MANY, "too many sign-ins have begun and not ended");
		}
		this.recorder.travelled(recording, sent(departure.address()));
		return departure;
	}

	/**
	 * Finds out who came back.
	 * @throws ProviderSilent when the provider does not answer
	 * @throws AnswerRefused when something is not as it must be
	 */
	<P extends Provider> Arrival arrive(P provider, PendingLogin login, Answer answer) {
		Journey<P> journey = journey(provider);
		return this.recorder.during(login.recording(), () -> journey.arrive(provider, login, answer));
	}

	/**
	 * The code or the verifier that came back, not used yet.
	 * @throws ProviderSilent when the provider does not answer
	 * @throws AnswerRefused when the answer does not belong to this sign-in
	 */
	<P extends Provider> String brought(P provider, PendingLogin login, Answer answer) {
		Journey<P> journey = journey(provider);
		return this.recorder.during(login.recording(), () -> journey.brought(provider, login, answer));
	}

	@SuppressWarnings("unchecked")
	private <P extends Provider> Journey<P> journey(P provider) {
		return (Journey<P>) this.kinds.stream()
			.filter((kind) -> kind.kind().isInstance(provider))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No way to sign in with " + provider.name()));
	}

	private static FrontMessage sent(URI address) {
		UriComponents parts = UriComponentsBuilder.fromUri(address).build();
		MultiValueMap<String, String> query = UriComponentsBuilder.newInstance()
			.query(address.getQuery())
			.build()
			.getQueryParams();
		String plain = UriComponentsBuilder.newInstance()
			.scheme(parts.getScheme())
			.host(parts.getHost())
			.port(parts.getPort())
			.path(String.valueOf(parts.getPath()))
			.toUriString();
		return new FrontMessage(Party.PROVIDER, "GET", plain, new LinkedHashMap<>(query));
	}

}
