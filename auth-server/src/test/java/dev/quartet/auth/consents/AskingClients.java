package dev.quartet.auth.consents;

import java.util.Map;
import java.util.UUID;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers clients that ask people for something, each known as well as a test wants.
 */
record AskingClients(OwnClients clients, JdbcClient database) {

	static final String SCOPE = "openid profile email offline_access notes:read notes:write";

	TestClient vetted() {
		return vetted(Map.of());
	}

	TestClient vetted(Map<MetadataField, Object> further) {
		return this.clients.register("asks-" + UUID.randomUUID(), SCOPE, further);
	}

	/** Came with a token that an operator had handed out. */
	TestClient invited() {
		return registeredItself(null);
	}

	/** Came from anywhere. */
	TestClient unvetted() {
		return registeredItself("203.0.113.7");
	}

	private TestClient registeredItself(@Nullable String from) {
		TestClient client = vetted();
		this.database
			.sql("insert into registration (client_id, token_hash, scope, open_from, registered_at) "
					+ "values (:id, 'none', :scope, :openFrom, current_timestamp)")
			.param("id", client.clientId())
			.param("scope", SCOPE)
			.param("openFrom", from)
			.update();
		return client;
	}

}
