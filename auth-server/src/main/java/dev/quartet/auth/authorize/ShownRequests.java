package dev.quartet.auth.authorize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Reads a request for the pages that come before its answer: what it asks for may stand
 * in its address, in a request object or behind the handle of a pushed request. Nothing
 * is proven here.
 */
@Component
public class ShownRequests {

	private final RegisteredClientRepository clients;

	private final PushedAhead pushed;

	ShownRequests(RegisteredClientRepository clients, PushedAhead pushed) {
		this.clients = clients;
		this.pushed = pushed;
	}

	public ShownRequest of(Map<String, List<String>> sent) {
		RegisteredClient client = SentParameters.first(sent, "client_id")
			.map(this.clients::findByClientId)
			.orElse(null);
		if (client == null) {
			return new ShownRequest(null, sent);
		}
		if (SentParameters.first(sent, RequestObjectReader.PARAMETER).isPresent()) {
			return new ShownRequest(client, RequestObjectReader.look(sent, client));
		}
		return SentParameters.first(sent, "request_uri")
			.flatMap((uri) -> this.pushed.find(uri, client.getClientId()))
			.map((found) -> new ShownRequest(client, parameters(found)))
			.orElseGet(() -> new ShownRequest(client, sent));
	}

	private static Map<String, List<String>> parameters(OAuth2AuthorizationRequest request) {
		Map<String, List<String>> parameters = new HashMap<>();
		request.getAdditionalParameters().forEach((name, value) -> parameters.put(name, List.of(value.toString())));
		Optional.ofNullable(request.getRedirectUri()).ifPresent((uri) -> parameters.put("redirect_uri", List.of(uri)));
		return parameters;
	}

}
