package dev.quartet.auth.consents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.quartet.auth.clients.ClientVetting;
import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.logos.Logos;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Shows the clients to people. */
@Component
public class Faces {

	private final RegisteredClientRepository clients;

	private final ClientVetting vetting;

	private final Logos logos;

	Faces(RegisteredClientRepository clients, ClientVetting vetting, Logos logos) {
		this.clients = clients;
		this.vetting = vetting;
		this.logos = logos;
	}

	/**
	 * What is known of it, even if it is gone.
	 * @param languages in which the person likes to read its name, the best first
	 */
	public Face of(String clientId, List<Locale> languages) {
		return Optional.ofNullable(this.clients.findById(clientId))
			.map((client) -> of(client, languages))
			.orElseGet(() -> Face.gone(clientId));
	}

	Face of(RegisteredClient client, List<Locale> languages) {
		Vetting known = this.vetting.of(client.getId());
		return Face.of(client, known, languages).withLogo(this.logos.of(client, known).orElse(null));
	}

}
