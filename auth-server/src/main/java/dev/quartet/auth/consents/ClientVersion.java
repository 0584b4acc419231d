package dev.quartet.auth.consents;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.onetime.Sha256;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Names what a client was when a person allowed it something: who it says it is, where
 * answers go and how it proves itself. What concerns only machines, such as its keys, is
 * no part of it.
 */
final class ClientVersion {

	private ClientVersion() {
	}

	/** The same text for as long as nothing changes that a person decides by. */
	static String of(RegisteredClient client) {
		FurtherMetadata further = QuartetClientSettings.further(client);
		Map<String, Object> shown = new TreeMap<>();
		shown.put("client_name", client.getClientName());
		shown.put("application_type", QuartetClientSettings.applicationType(client));
		shown.put("redirect_uris", new TreeSet<>(client.getRedirectUris()));
		shown.put("token_endpoint_auth_methods",
				client.getClientAuthenticationMethods()
					.stream()
					.map(ClientAuthenticationMethod::getValue)
					.sorted()
					.toList());
		further.object(MetadataField.LOCALIZED).ifPresent((names) -> shown.put("localized", new TreeMap<>(names)));
		Stream
			.of(MetadataField.CLIENT_URI, MetadataField.LOGO_URI, MetadataField.POLICY_URI, MetadataField.TOS_URI,
					MetadataField.SUBJECT_TYPE, MetadataField.SECTOR_IDENTIFIER_URI)
			.forEach((field) -> further.text(field).ifPresent((value) -> shown.put(field.value(), value)));
		return Sha256.of(JSONObjectUtils.toJSONString(shown));
	}

}
