package dev.quartet.auth.registration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses by name what this server knows of but would not obey: an answer that left it
 * out would mislead (RFC 7591 §3.2.1). Fields that nobody knows are ignored (§2).
 */
final class RefusedFields {

	/** Are answers of the server, not wishes of the client (RFC 7592 §2.2). */
	private static final List<String> OF_THE_SERVER = List.of("registration_access_token", "registration_client_uri",
			"client_secret_expires_at", "client_id_issued_at");

	private static final Set<String> NOT_OFFERED = Set.of("id_token_encrypted_response_alg",
			"id_token_encrypted_response_enc", "userinfo_encrypted_response_alg", "userinfo_encrypted_response_enc",
			"request_object_encryption_alg", "request_object_encryption_enc", "request_uris",
			"authorization_signed_response_alg", "authorization_encrypted_response_alg",
			"authorization_encrypted_response_enc", "introspection_signed_response_alg",
			"introspection_encrypted_response_alg", "introspection_encrypted_response_enc",
			"tls_client_auth_subject_dn", "tls_client_auth_san_dns", "tls_client_auth_san_uri",
			"tls_client_auth_san_ip", "tls_client_auth_san_email", "backchannel_token_delivery_mode",
			"backchannel_client_notification_endpoint", "backchannel_authentication_request_signing_alg",
			"authorization_details_types");

	/** May be said to be off. */
	private static final Set<String> NEVER_ON = Set.of("tls_client_certificate_bound_access_tokens",
			"dpop_bound_access_tokens", "backchannel_user_code_parameter", "use_mtls_endpoint_aliases");

	private RefusedFields() {
	}

	static void check(SubmittedMetadata submitted) {
		if (submitted.has("software_statement")) {
			throw RegistrationRefused.softwareStatement();
		}
		for (String field : submitted.names()) {
			boolean on = NEVER_ON.contains(field) && !submitted.value(field).equals(Optional.of(false));
			boolean wished = NOT_OFFERED.contains(field) && !submitted.value(field).equals(Optional.of(List.of()));
			if (on || wished) {
				throw RegistrationRefused.metadata(field, "this server does not offer that");
			}
		}
		// A client that exempted itself from PKCE would have no protection at all.
		if (submitted.value("require_pkce").filter((value) -> !Boolean.TRUE.equals(value)).isPresent()) {
			throw RegistrationRefused.metadata("require_pkce", "this server requires PKCE of every registered client");
		}
	}

	static void checkUpdate(SubmittedMetadata submitted, String clientId) {
		OF_THE_SERVER.stream().filter(submitted::has).findFirst().ifPresent((field) -> {
			throw RegistrationRefused.request(field + " must not be sent (RFC 7592 §2.2)");
		});
		if (!submitted.value("client_id").equals(Optional.of(clientId))) {
			throw RegistrationRefused.request("client_id must be sent and must be the client's own (RFC 7592 §2.2)");
		}
	}

}
