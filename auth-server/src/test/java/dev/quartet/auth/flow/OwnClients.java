package dev.quartet.auth.flow;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;

/** Registers clients of a test's own, and forgets them. */
public record OwnClients(Clients clients, Clock clock) {

	/** Which they all have. */
	public static final String SECRET = "0123456789abcdef0123456789abcdef";

	/** A confidential client that says this of itself. */
	public TestClient register(String id, String scope, Map<MetadataField, Object> further) {
		TestClient known = new TestClient(id, SECRET, "http://localhost:8080/" + id, scope);
		ClientMetadata metadata = new ClientMetadata(id, ApplicationType.WEB, "client_secret_basic",
				Set.of("authorization_code", "refresh_token"), Set.of(known.redirectUri()),
				Set.of("http://localhost:8080/bye?of=" + id), Set.of(scope.split(" ", -1)), true, "RS256", "ES256",
				AccessTokenFormat.JWT, FurtherMetadata.of(further));
		Client client = new Client(id, metadata, this.clock.instant());
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256(SECRET)), this.clock.instant());
		this.clients.save(client);
		return known;
	}

	/** It calls itself something else from now on. */
	public void rename(String id, String name) {
		Client client = this.clients.findById(id).orElseThrow();
		ClientMetadata is = client.metadata();
		client.describe(new ClientMetadata(name, is.applicationType(), is.tokenEndpointAuthMethod(), is.grantTypes(),
				is.redirectUris(), is.postLogoutRedirectUris(), is.scope(), is.requireConsent(),
				is.idTokenSignedResponseAlg(), is.accessTokenSignedResponseAlg(), is.accessTokenFormat(), is.further()),
				this.clock.instant());
		this.clients.save(client);
	}

	public void forget(String... ids) {
		Set.of(ids).forEach(this.clients::deleteById);
	}

}
