package dev.quartet.auth.registration;

import java.net.URI;
import java.util.List;

import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundAnswer;
import dev.quartet.auth.outbound.OutboundFailed;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether a client belongs to the sector whose pseudonyms it wants (OpenID
 * Connect Registration §5): the sector's own list must name each redirect URI.
 */
@Component
class SectorRules {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String FIELD = MetadataField.SECTOR_IDENTIFIER_URI.value();

	private final Outbound outbound;

	SectorRules(Outbound outbound) {
		this.outbound = outbound;
	}

	void check(ClientMetadata metadata) {
		String sector = metadata.further().text(MetadataField.SECTOR_IDENTIFIER_URI).orElse("");
		if (!sector.isEmpty()) {
			checkList(URI.create(sector), metadata);
		}
	}

	private void checkList(URI sector, ClientMetadata metadata) {
		if (!list(sector).containsAll(metadata.redirectUris())) {
			throw RegistrationRefused.metadata(FIELD, "what it lists must contain every redirect URI");
		}
	}

	private List<?> list(URI sector) {
		try {
			OutboundAnswer answer = this.outbound.get(sector);
			return answer.isOk() ? JSON.readValue(answer.body(), List.class) : List.of();
		}
		catch (OutboundFailed | JacksonException ex) {
			throw RegistrationRefused.metadata(FIELD, "it gives no list of redirect URIs");
		}
	}

}
