package dev.quartet.auth.rfc7591;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.outbound.Listener;
import dev.quartet.auth.registration.InitialTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Says what a client may say of itself, and that each word is kept or refused by its name
 * (RFC 7591 §2, OpenID Connect Registration §2).
 */
@QuartetServer
class ClientMetadataTests {

	private static final Map<String, Object> KEYS = Map.of("keys",
			List.of(Map.of("kty", "OKP", "crv", "Ed25519", "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")));

	private final Flows flows;

	private final ApplicationContext server;

	private final JdbcClient database;

	ClientMetadataTests(@Autowired Flows flows, @Autowired ApplicationContext server, @Autowired JdbcClient database) {
		this.flows = flows;
		this.server = server;
		this.database = database;
	}

	@AfterEach
	void forgetTheClients() {
		this.database.sql("delete from registration").update();
		this.database.sql("delete from client where client_id like 'dyn-%'").update();
		this.database.sql("delete from initial_access_token").update();
	}

	@Test
	void keepsEveryWord() {
		Map<String, Object> said = everything();
		Answer answer = register(with(said));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		assertThat(answer.json()).containsAllEntriesOf(said).doesNotContainKey("client_secret");
		Answer read = this.flows.browser()
			.get(Registering.PATH + "/" + answer.json("client_id"),
					Registering.bearer(answer.json("registration_access_token")));
		assertThat(read.json()).isEqualTo(answer.json());
	}

	@Test
	void ignoresWhatNobodyKnowsAndWhatIsNull() {
		Answer answer = register(Registering.client()
			.with("fancy", "x")
			.with("require_consent", false)
			.with("access_token_format", "opaque")
			.with("logo_uri", null)
			.with("request_uris", List.of())
			.with("dpop_bound_access_tokens", false));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json()).doesNotContainKeys("fancy", "require_consent", "access_token_format", "logo_uri",
				"request_uris", "dpop_bound_access_tokens");
	}

	static Stream<Arguments> wrong() {
		return Stream.of(arguments("scope", "openid admin"), arguments("scope", 1),
				arguments("grant_types", List.of("password")), arguments("grant_types", List.of("client_credentials")),
				arguments("grant_types", List.of("implicit")), arguments("grant_types", List.of()),
				arguments("grant_types", List.of("urn:ietf:params:oauth:grant-type:token-exchange")),
				arguments("grant_types", List.of("refresh_token")), arguments("grant_types", "authorization_code"),
				arguments("response_types", List.of("token")), arguments("response_types", List.of("code id_token")),
				arguments("response_types", List.of("code", "none")),
				arguments("token_endpoint_auth_method", "client_secret_jwt"),
				arguments("token_endpoint_auth_method", "tls_client_auth"),
				arguments("token_endpoint_auth_method", "private_key_jwt"),
				arguments("token_endpoint_auth_signing_alg", "none"),
				arguments("token_endpoint_auth_signing_alg", "HS256"),
				arguments("id_token_signed_response_alg", "none"), arguments("id_token_signed_response_alg", "HS256"),
				arguments("userinfo_signed_response_alg", "none"), arguments("request_object_signing_alg", "none"),
				arguments("application_type", "desktop"), arguments("subject_type", "secret"),
				arguments("request_object_signing_alg", "HS256"), arguments("require_signed_request_object", true),
				arguments("resource_server_for", List.of("http://localhost:8090")), arguments("default_max_age", -1),
				arguments("default_max_age", "600"), arguments("default_max_age", 1.5));
	}

	static Stream<Arguments> moreWrong() {
		return Stream.of(arguments("require_auth_time", "true"), arguments("contacts", "me"),
				arguments("contacts", List.of(1)), arguments("client_name", "x".repeat(201)),
				arguments("client_name", "x".repeat(10_000)), arguments("client_name", "gnp\u202egoogle"),
				arguments("client_name", "a\nb"), arguments("client_name#fr", "x".repeat(201)),
				arguments("client_name#", "x"), arguments("client_name#a b", "x"),
				arguments("logo_uri#fr", "javascript:alert(1)"), arguments("jwks", Map.of()), arguments("jwks", "x"),
				arguments("jwks", Map.of("keys", List.of())),
				arguments("jwks", Map.of("keys", List.of(Map.of("kty", "oct", "k", "c2VjcmV0")))),
				arguments("require_pkce", false), arguments("dpop_bound_access_tokens", true),
				arguments("tls_client_certificate_bound_access_tokens", true),
				arguments("id_token_encrypted_response_alg", "RSA-OAEP"),
				arguments("request_uris", List.of("https://app.example/request")),
				arguments("authorization_signed_response_alg", "RS256"),
				arguments("post_logout_redirect_uris", List.of("javascript:alert(1)")));
	}

	static Stream<Arguments> wrongAddresses() {
		List<Arguments> wrong = new ArrayList<>();
		for (String address : List.of("client_uri", "logo_uri", "policy_uri", "tos_uri", "jwks_uri",
				"sector_identifier_uri", "initiate_login_uri", "backchannel_logout_uri", "frontchannel_logout_uri")) {
			Stream
				.of("http://169.254.169.254/", "https://169.254.169.254/", "https://[fe80::1]/", "http://app.example/",
						"javascript:alert(1)", "https://a@app.example/", "https://app.example/#x", "//app.example", "x")
				.forEach((value) -> wrong.add(arguments(address, value)));
		}
		return wrong.stream();
	}

	@ParameterizedTest
	@MethodSource({ "wrong", "moreWrong", "wrongAddresses" })
	void refusesByName(String field, Object value) {
		Answer answer = register(Registering.client().with(field, value));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_client_metadata");
		assertThat(answer.json("error_description")).contains(field.replaceAll("#.*", "").equals(field) ? field : "#");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "data:text/html,x", "//evil", "https://x/#f",
			"http://public.example", "https://*.example/", "https://a@evil.example/", "com.example.app:/callback", "",
			"a b", "/relative", "file:///etc/passwd" })
	void refusesARedirectUri(String uri) {
		Answer answer = register(Registering.client().with("redirect_uris", List.of("https://app.example/", uri)));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_redirect_uri");
	}

	@Test
	void asksForARedirectUri() {
		assertThat(register(Registering.client().without("redirect_uris")).json("error"))
			.isEqualTo("invalid_redirect_uri");
		assertThat(register(Registering.client().with("redirect_uris", List.of())).json("error"))
			.isEqualTo("invalid_redirect_uri");
	}

	@Test
	void refusesKeysInTwoPlaces() {
		Answer answer = register(Registering.client().with("jwks", KEYS).with("jwks_uri", "https://app.example/keys"));
		assertThat(answer.json("error_description")).startsWith("jwks: ");
	}

	@Test
	void refusesASoftwareStatementByName() {
		Answer answer = register(Registering.client().with("software_statement", "eyJhbGciOiJub25lIn0.e30."));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("unapproved_software_statement");
	}

	@Test
	void asksForASectorWhereSeveralHostsCouldNameIt() {
		Registering client = Registering.client().with("subject_type", "pairwise");
		Answer refused = register(
				client.with("redirect_uris", List.of("https://a.example/cb", "https://b.example/cb")));
		assertThat(refused.json("error_description")).contains("sector_identifier_uri");
		assertThat(
				register(client.with("redirect_uris", List.of("https://a.example/1", "https://a.example/2"))).status())
			.isEqualTo(201);
	}

	@Test
	void asksASectorForItsList() {
		try (Listener sector = new Listener().at("/all", "[\"https://a.example/cb\",\"https://b.example/cb\"]")
			.at("/one", "[\"https://a.example/cb\"]")
			.at("/none", "{}")) {
			Registering client = Registering.client()
				.with("redirect_uris", List.of("https://a.example/cb", "https://b.example/cb"));
			for (String path : List.of("/one", "/none", "/missing")) {
				Answer refused = register(client.with("sector_identifier_uri", sector.address(path).toString()));
				assertThat(refused.json("error")).as(path).isEqualTo("invalid_client_metadata");
			}
			Answer answer = register(client.with("sector_identifier_uri", sector.address("/all").toString()));
			assertThat(answer.status()).isEqualTo(201);
		}
	}

	private static Map<String, Object> everything() {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("client_name", "Mine \ud83d\udc69\u200d\ud83d\ude80");
		said.put("client_name#fr", "Le mien");
		said.put("tos_uri#de-AT", "https://app.example/de");
		said.put("redirect_uris", List.of("https://app.example/a", "https://app.example/b"));
		said.put("post_logout_redirect_uris", List.of("https://app.example/bye"));
		said.put("grant_types", List.of("authorization_code", "refresh_token"));
		said.put("response_types", List.of("code"));
		said.put("token_endpoint_auth_method", "private_key_jwt");
		said.put("token_endpoint_auth_signing_alg", "ES256");
		said.put("jwks", KEYS);
		said.put("request_object_signing_alg", "EdDSA");
		said.put("require_signed_request_object", true);
		said.put("id_token_signed_response_alg", "EdDSA");
		said.putAll(wishes());
		return said;
	}

	private static Map<String, Object> wishes() {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("scope", "openid email");
		said.put("contacts", List.of("ops@app.example"));
		said.put("software_id", "app");
		said.put("software_version", "1.0");
		said.put("default_max_age", 600);
		said.put("require_auth_time", true);
		said.put("default_acr_values", List.of("1"));
		said.put("subject_type", "pairwise");
		said.put("userinfo_signed_response_alg", "ES256");
		said.put("require_pushed_authorization_requests", true);
		said.put("backchannel_logout_session_required", true);
		for (String address : List.of("client_uri", "logo_uri", "policy_uri", "tos_uri", "initiate_login_uri",
				"backchannel_logout_uri", "frontchannel_logout_uri")) {
			said.put(address, "https://app.example/" + address);
		}
		return said;
	}

	private Answer register(Registering client) {
		return client.at(this.flows.browser(), InitialTokens.one(this.server));
	}

	private static Registering with(Map<String, Object> said) {
		Registering client = Registering.client();
		for (Map.Entry<String, Object> one : said.entrySet()) {
			client = client.with(one.getKey(), one.getValue());
		}
		return client;
	}

}
