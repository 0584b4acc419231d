package dev.quartet.auth.authorize;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.authorizations.Prompts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Is what a page may know of the request that waits behind it.
 *
 * @param known the client; null if nobody registered it
 */
public record ShownRequest(@Nullable RegisteredClient known, Map<String, List<String>> parameters) {

	public Optional<RegisteredClient> client() {
		return Optional.ofNullable(this.known);
	}

	public Optional<String> parameter(String name) {
		return this.parameters.getOrDefault(name, List.of()).stream().findFirst();
	}

	/** Whether the client wants this interaction (OpenID Connect Core §3.1.2.1). */
	public boolean prompts(String prompt) {
		return Prompts.of(parameter(Prompts.PARAMETER).orElse("")).contains(prompt);
	}

}
