package dev.quartet.auth.rfc9101;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import com.nimbusds.jose.jwk.ECKey;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;

/** Registers two clients that sign what they ask for, and forgets them. */
record SignedClients(Flows flows, OwnClients own, Clock clock, ECKey key) {

	static final String FREE = "signs-sometimes";

	static final String BOUND = "signs-always";

	private static final String SCOPE = "openid profile notes:read";

	static SignedClients register(Flows flows, Clients clients, Clock clock) {
		SignedClients registered = new SignedClients(flows, new OwnClients(clients, clock), clock,
				RequestObject.key("one"));
		Map<String, Object> keys = RequestObject.jwks(registered.key);
		registered.own.register(FREE, SCOPE, Map.of(MetadataField.JWKS, keys));
		registered.own.register(BOUND, SCOPE, Map.of(MetadataField.JWKS, keys,
				MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT, true, MetadataField.REQUEST_OBJECT_SIGNING_ALG, "ES256"));
		return registered;
	}

	void forget() {
		this.own.forget(FREE, BOUND);
	}

	AuthorizationFlow flow(String clientId) {
		return this.flows.with(new TestClient(clientId, "0123456789abcdef0123456789abcdef",
				"http://localhost:8080/" + clientId, SCOPE));
	}

	Instant now() {
		return this.clock.instant();
	}

	/** Everything of the flow's request, to be signed. */
	RequestObject object(AuthorizationFlow flow) {
		return RequestObject.of(flow.request(), now());
	}

	/** Nothing but what must stand outside (RFC 9101 §5). */
	Form sent(String clientId, RequestObject object) {
		return sent(clientId, object.signed(this.key));
	}

	Form sent(String clientId, String object) {
		return Form.empty().and("client_id", clientId).and("request", object);
	}

}
