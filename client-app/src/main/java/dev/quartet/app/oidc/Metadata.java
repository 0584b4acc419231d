package dev.quartet.app.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.registry.Addresses;
import org.jspecify.annotations.Nullable;

/**
 * Is what a provider says about itself (OpenID Connect Discovery 1.0 §3).
 *
 * @param issuer its name
 * @param members everything it says
 */
public record Metadata(String issuer, Map<String, Object> members) {

	/**
	 * All addresses are there that must be, and none of them is unsafe to use.
	 * @throws AnswerRefused otherwise
	 */
	void check() {
		authorizationEndpoint();
		tokenEndpoint();
		jwksUri();
		userinfoEndpoint();
		endSessionEndpoint();
		revocationEndpoint();
	}

	public String authorizationEndpoint() {
		return required("authorization_endpoint");
	}

	public String tokenEndpoint() {
		return required("token_endpoint");
	}

	String jwksUri() {
		return required("jwks_uri");
	}

	public Optional<String> userinfoEndpoint() {
		return address("userinfo_endpoint");
	}

	public Optional<String> endSessionEndpoint() {
		return address("end_session_endpoint");
	}

	public Optional<String> revocationEndpoint() {
		return address("revocation_endpoint");
	}

	/** Whether its answers name their issuer (RFC 9207 §3). */
	public boolean namesIssuerInAnswers() {
		return Boolean.TRUE.equals(this.members.get("authorization_response_iss_parameter_supported"));
	}

	/** How clients may authenticate; {@code client_secret_basic} if it does not say. */
	public Collection<String> authenticationMethods() {
		return list("token_endpoint_auth_methods_supported", "client_secret_basic");
	}

	Collection<String> idTokenAlgorithms() {
		return list("id_token_signing_alg_values_supported", "RS256");
	}

	private Collection<String> list(String name, String fallback) {
		return (this.members.get(name) instanceof Collection<?> values) ? values.stream().map(String::valueOf).toList()
				: List.of(fallback);
	}

	private Optional<String> address(String name) {
		@Nullable Object value = this.members.get(name);
		if (!(value instanceof String address) || address.isBlank()) {
			return Optional.empty();
		}
		if (!Addresses.isUsable(address)) {
			throw new AnswerRefused(Discovery.MISCONFIGURED,
					"the metadata of " + this.issuer + " has no address with https as " + name);
		}
		return Optional.of(address);
	}

	private String required(String name) {
		return address(name).orElseThrow(
				() -> new AnswerRefused(Discovery.MISCONFIGURED, "the metadata of " + this.issuer + " has no " + name));
	}

}
