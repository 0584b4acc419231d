package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Keeps the pushed authorization requests, each to be used once (RFC 9126 §4). */
@Component
class PushedRequests {

	private static final Duration TIME_TO_USE = Duration.ofMinutes(5);

	private final OneTimes oneTimes;

	private final RegisteredClientRepository clients;

	PushedRequests(OneTimes oneTimes, RegisteredClientRepository clients) {
		this.oneTimes = oneTimes;
		this.clients = clients;
	}

	/** Nobody has signed in yet where a client pushes its request. */
	static boolean isOne(OAuth2Authorization authorization) {
		return authorization.getAttribute(Principal.class.getName()) == null;
	}

	void push(OAuth2Authorization authorization, String handle) {
		OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
		if (request == null) {
			throw new IllegalStateException("A pushed authorization request has a request");
		}
		Pushed pushed = new Pushed(authorization.getRegisteredClientId(), PendingRequest.of(request));
		this.oneTimes.issue(OneTimeKind.PUSHED_REQUEST, handle, Payload.write(pushed), TIME_TO_USE);
	}

	@Nullable OAuth2Authorization find(String handle) {
		return this.oneTimes.peek(OneTimeKind.PUSHED_REQUEST, handle)
			.flatMap((payload) -> restore(Payload.read(payload, Pushed.class), handle))
			.orElse(null);
	}

	/**
	 * Uses the request up, in the transaction of the consent page or the code that it
	 * buys. A request that was not pushed has nothing to use up.
	 */
	void use(OAuth2Authorization authorization) {
		OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
		Object handle = (request != null) ? request.getAdditionalParameters().get(PendingRequest.HANDLE) : null;
		if (handle != null && !this.oneTimes.claim(OneTimeKind.PUSHED_REQUEST, handle.toString(), null)) {
			throw Refusals.invalidRequest("This request_uri was used before");
		}
	}

	private Optional<OAuth2Authorization> restore(Pushed pushed, String handle) {
		return Optional.ofNullable(this.clients.findById(pushed.clientId()))
			.map((client) -> OAuth2Authorization.withRegisteredClient(client)
				.principalName(client.getClientId())
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.attribute(OAuth2AuthorizationRequest.class.getName(), pushed.request().restore(handle))
				.build());
	}

	/** What the handle stands for. */
	record Pushed(String clientId, PendingRequest request) {
	}

}
