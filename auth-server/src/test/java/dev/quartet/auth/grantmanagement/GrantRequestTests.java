package dev.quartet.auth.grantmanagement;

import java.util.UUID;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says how a client may speak of its grants when it asks a person (Grant Management for
 * OAuth 2.0 §5.2, §5.4).
 */
@QuartetServer
class GrantRequestTests {

	private static final String ACTION = "grant_management_action";

	private static final String SOME_ID = "6f1a0f3e-3c58-4f0e-9d0b-0f6a4e1d2c3b";

	private final ApplicationContext server;

	private final Flows flows;

	private ManagedClient client;

	GrantRequestTests(@Autowired ApplicationContext server, @Autowired Flows flows) {
		this.server = server;
		this.flows = flows;
		this.client = new ManagedClient(server, "speaking");
	}

	@BeforeEach
	void registerTheClient() {
		this.client = ManagedClient.register(this.server, "speaking");
	}

	@AfterEach
	void forgetTheClients() {
		this.client.forget();
		new ManagedClient(this.server, "other-speaking").forget();
	}

	@ParameterizedTest
	@CsvSource({ "'', " + SOME_ID, "create, " + SOME_ID, "merge, ''", "replace, ''", "update, " + SOME_ID,
			"MERGE, " + SOME_ID, "query, ''", "revoke, " + SOME_ID })
	void refusesWhatMakesNoSense(String action, String grantId) {
		AuthorizationFlow flow = this.client.flow();
		Form request = flow.request().and(ACTION, action).and("grant_id", grantId);
		assertThat(flow.authorize(request).sent("error")).isEqualTo("invalid_request");
		assertThat(flow.push(request).json("error")).isEqualTo("invalid_request");
	}

	@Test
	void takesParametersWithoutAValueAsOmitted() {
		AuthorizationFlow flow = this.client.flow();
		assertThat(flow.authorize(flow.request().and(ACTION, "").and("grant_id", "")).location()).contains("/login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "merge" })
	void refusesClientsWithoutCredentials(String action) {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form request = flow.request().and(ACTION, action);
		assertThat(flow.authorize("merge".equals(action) ? request.and("grant_id", SOME_ID) : request).sent("error"))
			.isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "6F1A0F3E-3C58-4F0E-9D0B-0F6A4E1D2C3B", SOME_ID, "1-1-1-1-1", "\0", "' or 1=1 --" })
	void knowsNoGrantThatNeverWas(String grantId) {
		AuthorizationFlow flow = this.client.flow();
		Form request = flow.request().and(ACTION, "merge").and("grant_id", grantId);
		Answer answer = flow.signIn("alice", request);
		assertThat(answer.sent("error")).isEqualTo("invalid_grant_id");
	}

	@Test
	void tellsForeignAndEndedGrantsFromUnknownOnesInNoWay() {
		ManagedClient other = ManagedClient.register(this.server, "other-speaking");
		String ofBob = this.client.granted("bob", "openid").id();
		String ofTheOther = other.granted("alice", "openid").id();
		ManagedClient.Granted ended = this.client.granted("alice", "openid");
		this.client.grants().end("alice", UUID.fromString(ended.id()), EndedBy.PERSON);
		String unknown = refusal(ended.flow(), SOME_ID);
		for (String id : new String[] { ofBob, ofTheOther, ended.id() }) {
			assertThat(refusal(ended.flow(), id)).isEqualTo(unknown);
		}
	}

	private static String refusal(AuthorizationFlow flow, String grantId) {
		Answer answer = flow.authorize(flow.request().and(ACTION, "replace").and("grant_id", grantId));
		assertThat(answer.sent("error")).isEqualTo("invalid_grant_id");
		return answer.location();
	}

	@Test
	void decidesOnlyWhenThePersonIsKnown() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid notes:read");
		AuthorizationFlow stranger = this.client.flow();
		Form request = stranger.request().with("scope", "openid").and(ACTION, "merge").and("grant_id", granted.id());
		assertThat(stranger.authorize(request).location()).contains("/login");
		assertThat(stranger.authorize(request.with("grant_id", SOME_ID)).location()).contains("/login");
		assertThat(stranger.signIn("bob", request).sent("error")).isEqualTo("invalid_grant_id");
	}

	@Test
	void letsTheRightPersonSignInWhereAnotherIs() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid notes:read");
		AuthorizationFlow flow = this.client.flow();
		flow.signIn("bob", flow.request().with("scope", "openid"));
		Form request = flow.request()
			.with("scope", "openid")
			.and(ACTION, "merge")
			.and("grant_id", granted.id())
			.and("prompt", "login");
		String code = ManagedClient.code(flow, "alice", request);
		assertThat(flow.redeem(code).json("grant_id")).isEqualTo(granted.id());
	}

	@Test
	void takesAPushedRequest() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid notes:read");
		Form request = granted.request("merge", "openid notes:read email");
		String allowedBefore = granted.code("merge", "openid notes:read email");
		assertThat(granted.flow().redeem(allowedBefore).status()).isEqualTo(200);
		String address = granted.flow().push(request).json("request_uri");
		Answer answer = granted.flow().browser().follow(granted.flow().authorizePushed(address));
		String code = (answer.redirects() ? answer : granted.flow().allow(answer, "openid", "notes:read", "email"))
			.sent("code");
		assertThat(granted.flow().redeem(code).json("grant_id")).isEqualTo(granted.id());
	}

	@Test
	void refusesAPushedRequestForAForeignGrantWhenThePersonComes() {
		String ofBob = this.client.granted("bob", "openid").id();
		ManagedClient.Granted granted = this.client.granted("alice", "openid");
		Form request = granted.request("merge", "openid").with("grant_id", ofBob);
		String address = granted.flow().push(request).json("request_uri");
		assertThat(granted.flow().authorizePushed(address).sent("error")).isEqualTo("invalid_grant_id");
	}

	@Test
	void saysNothingOfTheGrantInTheAddressOfTheAnswer() {
		ManagedClient.Granted granted = this.client.granted("alice", "openid");
		Answer answer = granted.flow().browser().follow(granted.flow().authorize(granted.request("merge", "openid")));
		assertThat(answer.location()).contains("code=").doesNotContain(granted.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { ManagedClient.QUERY, ManagedClient.REVOKE })
	void asksNoPersonForTheScopesOfTheClientItself(String scope) {
		AuthorizationFlow flow = this.client.flow();
		Form request = flow.request().with("scope", "openid " + scope);
		assertThat(flow.authorize(request).sent("error")).isEqualTo("invalid_scope");
		assertThat(flow.push(request).json("error")).isEqualTo("invalid_scope");
	}

	@Test
	void letsADeviceOnlyCreateGrants() {
		Form asked = Form.empty().and("client_id", "quartet-device").and("scope", "openid");
		assertThat(device(asked.and(ACTION, "create")).json()).containsKey("device_code");
		assertThat(device(asked.and(ACTION, "merge").and("grant_id", SOME_ID)).json("error"))
			.isEqualTo("invalid_request");
		assertThat(device(asked.and("grant_id", SOME_ID)).json("error")).isEqualTo("invalid_request");
	}

	private Answer device(Form request) {
		return this.flows.browser().post("/oauth2/device_authorization", request);
	}

}
