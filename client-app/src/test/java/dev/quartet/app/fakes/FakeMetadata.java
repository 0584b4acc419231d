package dev.quartet.app.fakes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Is what the fake server says about itself. */
final class FakeMetadata {

	private FakeMetadata() {
	}

	static Map<String, Object> of(String url, Faults faults) {
		Map<String, Object> metadata = new HashMap<>();
		metadata.put("issuer", (faults.metadataIssuer != null) ? faults.metadataIssuer : url);
		metadata.put("authorization_endpoint", url + "/oauth2/authorize");
		metadata.put("token_endpoint", url + "/oauth2/token");
		metadata.put("jwks_uri", url + "/oauth2/jwks" + faults.keys);
		metadata.put("revocation_endpoint", url + "/oauth2/revoke");
		metadata.put("userinfo_endpoint", url + "/userinfo");
		metadata.put("end_session_endpoint", url + "/connect/logout");
		metadata.put("response_types_supported", List.of("code"));
		metadata.put("subject_types_supported", List.of("public"));
		metadata.put("id_token_signing_alg_values_supported", faults.algorithms);
		metadata.put("authorization_response_iss_parameter_supported", true);
		if (faults.metadataWithNull) {
			metadata.put("op_tos_uri", null);
		}
		return metadata;
	}

}
