package dev.quartet.auth.rfc8414;

import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.registration.InitialTokens;
import dev.quartet.auth.rfc7523.Assertion;
import dev.quartet.auth.rfc7523.SigningClient;
import dev.quartet.auth.rfc7591.Registering;
import org.springframework.context.ApplicationContext;

/** Registers a client for each value, and uses it. */
record RegistrationTruths(Flows flows, ApplicationContext server) {

	private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post",
			"client_secret_jwt", "private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth", "none");

	private static final List<String> ALGORITHMS = List.of("none", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512",
			"PS256", "PS384", "PS512", "ES256", "ES256K", "ES384", "ES512", "EdDSA");

	private static final String NO_TOKEN = "no-such-token";

	private static final SigningClient SIGNER = SigningClient.named("truth");

	Map<String, Truth> all() {
		Map<String, Truth> all = new HashMap<>();
		for (String endpoint : List.of("token", "revocation", "introspection")) {
			all.put(endpoint + "_endpoint_auth_methods_supported",
					Truth.exactly(METHODS, (method) -> authenticates(endpoint, method)));
			all.put(endpoint + "_endpoint_auth_signing_alg_values_supported",
					Truth.exactly(ALGORITHMS, (algorithm) -> registers("token_endpoint_auth_signing_alg", algorithm)));
		}
		all.put("subject_types_supported",
				Truth.exactly(List.of("public", "pairwise", "ephemeral"), (type) -> registers("subject_type", type)));
		all.put("id_token_signing_alg_values_supported", Truth.exactly(ALGORITHMS, this::signsIdTokens));
		all.put("userinfo_signing_alg_values_supported", Truth.exactly(ALGORITHMS, this::signsUserInfo));
		all.put("request_object_signing_alg_values_supported",
				Truth.exactly(ALGORITHMS, (algorithm) -> new SignedRequests(this).work(algorithm)));
		all.put("request_parameter_supported", Truth.flag(() -> new SignedRequests(this).work("ES256")));
		for (String logout : List.of("backchannel_logout", "frontchannel_logout")) {
			all.put(logout + "_supported", Truth.flag(() -> registers(logout + "_uri", "https://app.example/out")));
			all.put(logout + "_session_supported", Truth.flag(() -> registers(logout + "_session_required", true)));
		}
		return all;
	}

	private boolean registers(String field, Object value) {
		Answer answer = register(Registering.client().with(field, value));
		return answer.status() == 201 && value.equals(answer.json().get(field));
	}

	private boolean authenticates(String endpoint, String method) {
		Registering client = Registering.client().with("token_endpoint_auth_method", method);
		boolean signs = method.equals("private_key_jwt");
		Answer registered = register(signs ? client.with("jwks", keys()) : client);
		if (registered.status() != 201) {
			return false;
		}
		String id = registered.json("client_id");
		Form form = Form.empty()
			.and("token", NO_TOKEN)
			.and("grant_type", "refresh_token")
			.and("refresh_token", NO_TOKEN);
		String path = "/oauth2/"
				+ Map.of("token", "token", "revocation", "revoke", "introspection", "introspect").get(endpoint);
		Answer answer = switch (method) {
			case "client_secret_basic" -> this.flows.browser().post(path, form, known(registered).basic());
			case "client_secret_post" -> this.flows.browser()
				.post(path, form.and("client_id", id).and("client_secret", registered.json("client_secret")));
			case "private_key_jwt" -> this.flows.browser().post(path, signed(id, form));
			default -> this.flows.browser().post(path, form.and("client_id", id));
		};
		return !answer.body().contains("invalid_client");
	}

	private Form signed(String clientId, Form form) {
		Assertion assertion = Assertion.of(clientId, this.server.getBean(MovableClock.class).instant());
		return form.and("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
			.and("client_assertion", SIGNER.signed(assertion));
	}

	private static Map<String, Object> keys() {
		return new JWKSet(SIGNER.key().toPublicJWK()).toJSONObject();
	}

	private boolean signsIdTokens(String algorithm) {
		return used("id_token_signed_response_alg", algorithm, (flow, tokens) -> tokens.json("id_token"));
	}

	private boolean signsUserInfo(String algorithm) {
		return used("userinfo_signed_response_alg", algorithm,
				(flow, tokens) -> flow.userInfo(tokens.json("access_token")).body());
	}

	private boolean used(String field, String algorithm, Use use) {
		Answer registered = register(Registering.client().with("scope", "openid").with(field, algorithm));
		if (registered.status() != 201) {
			return false;
		}
		AuthorizationFlow flow = this.flows.with(known(registered));
		try {
			SignedJWT signed = SignedJWT.parse(use.of(flow, flow.tokens("alice")));
			return signed.getHeader().getAlgorithm().getName().equals(algorithm);
		}
		catch (ParseException ex) {
			return false;
		}
	}

	static TestClient known(Answer registered) {
		return new TestClient(registered.json("client_id"), registered.json("client_secret"), Registering.REDIRECT_URI,
				"openid");
	}

	Answer register(Registering client) {
		return client.at(this.flows.browser(), InitialTokens.one(this.server));
	}

	/** Gets something signed out of a flow. */
	@FunctionalInterface
	private interface Use {

		String of(AuthorizationFlow flow, Answer tokens);

	}

}
