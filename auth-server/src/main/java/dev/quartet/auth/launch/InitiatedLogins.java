package dev.quartet.auth.launch;

import java.util.List;
import java.util.stream.Stream;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.web.QueryString;
import dev.quartet.auth.web.StartingPoints;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * Offers the applications that let a sign-in begin here (OpenID Connect Core §4); those
 * that anybody could have registered are not recommended to people.
 */
@Component
class InitiatedLogins implements StartingPoints {

	private final Clients clients;

	private final ClientVetting vetting;

	private final AuthorizationServerSettings server;

	InitiatedLogins(Clients clients, ClientVetting vetting, AuthorizationServerSettings server) {
		this.clients = clients;
		this.vetting = vetting;
		this.server = server;
	}

	@Override
	public List<StartingPoint> all() {
		return this.clients.findWhereLoginBegins()
			.stream()
			.filter((client) -> !this.vetting.isUnvetted(client.clientId()))
			.flatMap(this::startingPoint)
			.toList();
	}

	private Stream<StartingPoint> startingPoint(Client client) {
		return client.metadata()
			.further()
			.text(MetadataField.INITIATE_LOGIN_URI)
			.map((address) -> new StartingPoint(client.metadata().clientName(), withIssuer(address)))
			.stream();
	}

	private String withIssuer(String address) {
		return address + (address.contains("?") ? "&" : "?")
				+ new QueryString().add("iss", String.valueOf(this.server.getIssuer()));
	}

}
