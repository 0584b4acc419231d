package dev.quartet.auth.logos;

import java.time.Clock;
import java.util.Optional;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.clients.Vetting;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Gives the pages what a client looks like, as far as that is known here already. */
@Component
public class Logos {

	private final ClientLogos logos;

	private final LogoFetches fetches;

	private final Clock clock;

	Logos(ClientLogos logos, LogoFetches fetches, Clock clock) {
		this.logos = logos;
		this.fetches = fetches;
		this.clock = clock;
	}

	/**
	 * Its picture as a {@code data:} address. Whatever is missing is fetched for the next
	 * page: this one does not wait for it, and does not change once it is shown. A client
	 * for which nobody vouches has none: anybody can send somebody else's.
	 */
	public Optional<String> of(RegisteredClient client, Vetting vetting) {
		Optional<String> address = (vetting == Vetting.UNVETTED) ? Optional.empty()
				: QuartetClientSettings.further(client).text(MetadataField.LOGO_URI);
		return address.flatMap((uri) -> kept(client.getId(), uri));
	}

	private Optional<String> kept(String clientId, String address) {
		Optional<ClientLogo> kept = this.logos.findById(clientId).filter((logo) -> logo.isFrom(address));
		if (kept.filter((logo) -> !logo.isDue(this.clock.instant())).isEmpty()) {
			this.fetches.begin(clientId, address);
		}
		return kept.flatMap(ClientLogo::dataUri);
	}

}
