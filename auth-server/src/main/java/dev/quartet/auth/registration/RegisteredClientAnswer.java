package dev.quartet.auth.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;

/**
 * Says to a client what it is registered as: exactly what is enforced, defaults included
 * (RFC 7591 §3.2.1). A secret is in it only when it is new, because only its hash is
 * kept.
 */
final class RegisteredClientAnswer {

	private RegisteredClientAnswer() {
	}

	static Map<String, Object> of(Registered registered, String address) {
		Client client = registered.client();
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("client_id", client.clientId());
		answer.put("client_id_issued_at", client.createdAt().getEpochSecond());
		registered.newSecret().ifPresent((secret) -> answer.put("client_secret", secret));
		if (client.metadata().hasSecret()) {
			answer.put("client_secret_expires_at", 0);
		}
		answer.put("registration_access_token", registered.token());
		answer.put("registration_client_uri", address);
		describe(client.metadata(), answer);
		describeFurther(client.metadata().further(), answer);
		return answer;
	}

	private static void describe(ClientMetadata metadata, Map<String, Object> answer) {
		answer.put("client_name", metadata.clientName());
		answer.put("application_type", metadata.applicationType().value());
		answer.put("token_endpoint_auth_method", metadata.tokenEndpointAuthMethod());
		answer.put("grant_types", List.copyOf(metadata.grantTypes()));
		answer.put("response_types", List.copyOf(MetadataReader.responseTypes(metadata)));
		answer.put("redirect_uris", List.copyOf(metadata.redirectUris()));
		if (!metadata.postLogoutRedirectUris().isEmpty()) {
			answer.put("post_logout_redirect_uris", List.copyOf(metadata.postLogoutRedirectUris()));
		}
		answer.put("scope", String.join(" ", metadata.scope()));
		answer.put("id_token_signed_response_alg", metadata.idTokenSignedResponseAlg());
		answer.put(MetadataField.SUBJECT_TYPE.value(), "public");
	}

	private static void describeFurther(FurtherMetadata further, Map<String, Object> answer) {
		further.values().forEach((field, value) -> {
			if (field == MetadataField.LOCALIZED) {
				further.object(field).ifPresent(answer::putAll);
			}
			else {
				answer.put(field.value(), value);
			}
		});
	}

}
