package dev.quartet.auth.rfc8414;

import java.util.List;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says that the metadata tells the truth (RFC 8414 §2, OpenID Connect Discovery §3). */
@QuartetServer
class MetadataTests {

	private static final String OPENID = "/.well-known/openid-configuration";

	private static final String OAUTH = "/.well-known/oauth-authorization-server";

	private final Flows flows;

	MetadataTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@ParameterizedTest
	@ValueSource(strings = { OPENID, OAUTH })
	void listsOnlyWhatIsOffered(String document) {
		Map<String, Object> metadata = this.flows.browser().get(document).json();
		assertThat(metadata).containsEntry("code_challenge_methods_supported", List.of("S256"))
			.containsEntry("response_types_supported", List.of("code"))
			.containsEntry("response_modes_supported", List.of("query", "form_post"))
			.containsEntry("authorization_response_iss_parameter_supported", true)
			.containsEntry("request_parameter_supported", true)
			.containsEntry("request_object_signing_alg_values_supported", List.of("RS256", "ES256", "PS256", "EdDSA"))
			.containsEntry("request_uri_parameter_supported", false)
			.containsEntry("grant_types_supported",
					List.of("authorization_code", "refresh_token", "client_credentials",
							"urn:ietf:params:oauth:grant-type:device_code"))
			.containsEntry("registration_endpoint", "http://localhost:9000/connect/register")
			.doesNotContainKeys("dpop_signing_alg_values_supported", "tls_client_certificate_bound_access_tokens");
		for (String endpoint : List.of("token", "revocation", "introspection")) {
			assertThat(metadata.get(endpoint + "_endpoint_auth_methods_supported").toString())
				.contains("client_secret_basic", "client_secret_post", "private_key_jwt")
				.doesNotContain("client_secret_jwt", "tls_client_auth");
			assertThat(metadata.get(endpoint + "_endpoint_auth_signing_alg_values_supported"))
				.isEqualTo(List.of("RS256", "ES256", "PS256", "EdDSA"));
		}
		assertThat(metadata.get("scopes_supported").toString()).contains("openid", "notes:read", "notes:write");
	}

	@Test
	void saysThatClientsAreToldOfSignOuts() {
		assertThat(this.flows.browser().get(OPENID).json()).containsEntry("backchannel_logout_supported", true)
			.containsEntry("backchannel_logout_session_supported", true)
			.containsEntry("frontchannel_logout_supported", true)
			.containsEntry("frontchannel_logout_session_supported", true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/nope", OAUTH + "/other", OPENID + "/other", "/oauth2/nope", "/connect/nope",
			"/oauth2/device_verification", "/userinfo/", "/userinfo/x" })
	void sendsNoMachineToALoginPage(String nowhere) {
		Answer answer = this.flows.browser().get(nowhere, "Accept", "text/html");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(this.flows.browser().post(nowhere, Form.empty()).status()).isEqualTo(404);
	}

	@Test
	void answersHeadLikeGet() {
		for (String document : List.of(OPENID, OAUTH)) {
			Answer head = this.flows.browser().json("HEAD", document, "");
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.header("Content-Type")).startsWith("application/json");
			Answer post = this.flows.browser().post(document, Form.empty());
			assertThat(post.status()).isEqualTo(405);
			assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
		}
		for (String endpoint : List.of("/userinfo", "/oauth2/authorize")) {
			Answer put = this.flows.browser().json("PUT", endpoint, "{}");
			assertThat(put.status()).isEqualTo(405);
			assertThat(put.header("Allow")).isEqualTo("GET, POST");
			assertThat(this.flows.browser().json("HEAD", endpoint, "").status()).isEqualTo(405);
		}
	}

	@Test
	void letsCachesKeepTheKeysForSeconds() {
		Answer first = this.flows.browser().get("/oauth2/jwks");
		assertThat(first.header("Cache-Control")).isEqualTo("max-age=10, public");
		assertThat(first.header("Set-Cookie")).isEmpty();
		Answer same = this.flows.browser().get("/oauth2/jwks", "If-None-Match", first.header("ETag"));
		assertThat(same.status()).isEqualTo(304);
	}

	@Test
	void publishesPublicKeysOnly() {
		String keys = this.flows.browser().get("/oauth2/jwks").body();
		assertThat(keys).contains("\"ES256\"", "\"RS256\"");
		assertThat(keys).doesNotContain("\"d\":", "\"p\":", "\"q\":");
	}

}
