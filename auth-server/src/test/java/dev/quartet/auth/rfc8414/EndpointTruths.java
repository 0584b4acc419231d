package dev.quartet.auth.rfc8414;

import java.net.URI;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.registration.InitialTokens;
import dev.quartet.auth.rfc7591.Registering;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls each endpoint at the address that the metadata gives. */
record EndpointTruths(Flows flows, ApplicationContext server) {

	Map<String, Truth> all() {
		return Map.ofEntries(Map.entry("issuer", this::issuer),
				Map.entry("authorization_endpoint", (address) -> authorization(path(address))),
				Map.entry("token_endpoint", (address) -> token(path(address))),
				Map.entry("jwks_uri", (address) -> keys(path(address))),
				Map.entry("userinfo_endpoint", (address) -> userInfo(path(address))),
				Map.entry("end_session_endpoint", (address) -> endSession(path(address))),
				Map.entry("revocation_endpoint", (address) -> revocation(path(address))),
				Map.entry("introspection_endpoint", (address) -> introspection(path(address))),
				Map.entry("device_authorization_endpoint", (address) -> device(path(address))),
				Map.entry("pushed_authorization_request_endpoint", (address) -> push(path(address))),
				Map.entry("registration_endpoint", (address) -> registration(path(address))));
	}

	private static String path(Object address) {
		URI uri = URI.create(address.toString());
		assertThat(uri).hasScheme("http").hasHost("localhost").hasPort(9000);
		return uri.getPath();
	}

	private void issuer(Object issuer) {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		assertThat(flow.authorize(flow.request()).sent("iss")).isEqualTo(issuer);
	}

	private void authorization(String path) {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.browser().get(path + "?" + flow.request()).location()).contains("/login?");
	}

	private void token(String path) {
		Form form = Form.empty().and("grant_type", "client_credentials").and("scope", "notes:read");
		assertThat(machine().post(path, form, TestClient.machine().basic()).json()).containsKey("access_token");
	}

	private void keys(String path) {
		assertThat(machine().get(path).json()).containsKey("keys");
	}

	private void userInfo(String path) {
		String token = this.flows.app().tokens("alice").json("access_token");
		assertThat(machine().get(path, "Authorization", "Bearer " + token).json("sub")).isEqualTo("alice");
	}

	private void endSession(String path) {
		AuthorizationFlow flow = this.flows.app();
		Form hint = Form.empty().and("id_token_hint", flow.tokens("alice").json("id_token"));
		assertThat(flow.browser().follow(flow.browser().get(path + "?" + hint)).text()).contains("signed out");
	}

	private void revocation(String path) {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("refresh_token");
		assertThat(machine().post(path, Form.empty().and("token", token), TestClient.app().basic()).status())
			.isEqualTo(200);
		assertThat(flow.refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	private void introspection(String path) {
		String token = this.flows.machineToken("notes:read").json("access_token");
		Answer answer = machine().post(path, Form.empty().and("token", token), TestClient.machine().basic());
		assertThat(answer.json()).containsEntry("active", true);
	}

	private void device(String path) {
		Form request = Form.empty().and("client_id", "quartet-device").and("scope", "openid");
		assertThat(machine().post(path, request).json()).containsKeys("device_code", "user_code", "verification_uri");
	}

	private void push(String path) {
		AuthorizationFlow flow = this.flows.app();
		Answer pushed = machine().post(path, flow.request(), TestClient.app().basic());
		assertThat(flow.authorizePushed(pushed.json("request_uri")).location()).contains("/login?");
	}

	private void registration(String path) {
		assertThat(path).isEqualTo(Registering.PATH);
		assertThat(Registering.client().at(machine(), InitialTokens.one(this.server)).status()).isEqualTo(201);
	}

	private Browser machine() {
		return this.flows.browser();
	}

}
