package dev.quartet.app.provider;

import java.net.URI;
import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the authorization server where its endpoints are (OpenID Connect Discovery 1.0
 * §4).
 */
@Component
class ProviderMetadata {

	private static final String PATH = "/.well-known/openid-configuration";

	private static final ParameterizedTypeReference<Map<String, Object>> JSON_OBJECT = new ParameterizedTypeReference<>() {
	};

	private final RestClient http;

	private final String issuer;

	ProviderMetadata(ClientHttpRequestFactory outbound, ProviderSettings settings) {
		this.http = RestClient.builder().requestFactory(outbound).build();
		this.issuer = settings.issuer();
	}

	ClientRegistration.Builder read() {
		Map<String, Object> metadata = fetch();
		// A document of another issuer would send our people and secrets elsewhere
		// (OpenID Connect Discovery 1.0 §4.3).
		if (!this.issuer.equals(metadata.get("issuer"))) {
			throw new ProviderUnreachable(
					"The metadata at " + this.issuer + " names another issuer: " + metadata.get("issuer"));
		}
		try {
			return ClientRegistrations.fromOidcConfiguration(metadata);
		}
		catch (IllegalArgumentException ex) {
			throw new ProviderUnreachable("The metadata of " + this.issuer + " cannot be read", ex);
		}
	}

	private Map<String, Object> fetch() {
		try {
			Map<String, Object> metadata = this.http.get().uri(address()).retrieve().body(JSON_OBJECT);
			if (metadata != null) {
				return metadata;
			}
		}
		catch (RestClientException ex) {
			throw new ProviderUnreachable("No metadata from " + this.issuer, ex);
		}
		throw new ProviderUnreachable("Empty metadata from " + this.issuer);
	}

	private URI address() {
		return URI.create(
				(this.issuer.endsWith("/") ? this.issuer.substring(0, this.issuer.length() - 1) : this.issuer) + PATH);
	}

}
