package dev.quartet.app.experiments;

import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.Provider;

import org.springframework.context.annotation.Profile;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Shows the API a token, whatever it is. */
@Component
@Profile("demo")
class ProtectedRoute {

	private static final int REFUSAL = 400;

	private static final int FAILURE = 500;

	private final ApiSide api;

	private final RestClient http;

	ProtectedRoute(ApiSide api, ClientHttpRequestFactory outbound) {
		this.api = api;
		this.http = RestClient.builder().requestFactory(outbound).build();
	}

	boolean takesTokensOf(Provider provider) {
		return this.api.provider().equals(provider.name());
	}

	/**
	 * Whether the API refuses it.
	 * @throws ProviderSilent when it does not answer
	 */
	Verdict judge(Attempt attempt, String token) {
		int status = status(token);
		if (status >= FAILURE) {
			throw new ProviderSilent("The API answered " + status);
		}
		return (status >= REFUSAL) ? Verdict.refused(Verdict.By.API, attempt.told())
				: Verdict.accepted(Verdict.By.API, attempt.told());
	}

	private int status(String token) {
		try {
			return this.http.get()
				.uri(this.api.url() + "/protected")
				.headers((headers) -> headers.setBearerAuth(token))
				.exchangeForRequiredValue((request, response) -> response.getStatusCode().value());
		}
		catch (ResourceAccessException ex) {
			throw new ProviderSilent("The API does not answer", ex);
		}
	}

}
