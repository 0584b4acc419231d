package dev.quartet.auth.grantmanagement;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Is a client of the tests' own that looks after its grants. */
record ManagedClient(ApplicationContext server, String id) {

	static final String QUERY = "grant_management_query";

	static final String REVOKE = "grant_management_revoke";

	private static final String SCOPE = "openid email notes:read notes:write calendar:read";

	/** Registers it. */
	static ManagedClient register(ApplicationContext server, String id) {
		return register(server, id, AccessTokenFormat.JWT);
	}

	static ManagedClient register(ApplicationContext server, String id, AccessTokenFormat format) {
		OwnClients own = server.getBean(OwnClients.class);
		own.register(id, SCOPE + " " + QUERY + " " + REVOKE, Map.of());
		Client client = server.getBean(Clients.class).findById(id).orElseThrow();
		ClientMetadata known = client.metadata();
		client.describe(new ClientMetadata(known.clientName(), known.applicationType(), known.tokenEndpointAuthMethod(),
				Set.of("authorization_code", "refresh_token", "client_credentials"), known.redirectUris(),
				known.postLogoutRedirectUris(), known.scope(), true, known.idTokenSignedResponseAlg(),
				known.accessTokenSignedResponseAlg(), format, known.further()), own.clock().instant());
		server.getBean(Clients.class).save(client);
		return new ManagedClient(server, id);
	}

	void forget() {
		List.of("alice", "bob").forEach((name) -> grants().endAll(name, this.id, EndedBy.OPERATOR));
		this.server.getBean(OwnClients.class).forget(this.id);
	}

	TestClient known() {
		return new TestClient(this.id, OwnClients.SECRET, "http://localhost:8080/" + this.id, SCOPE);
	}

	AuthorizationFlow flow() {
		return this.server.getBean(Flows.class).with(known());
	}

	PersonGrants grants() {
		return this.server.getBean(PersonGrants.class);
	}

	/** A flow in which somebody has signed in and granted these scopes. */
	Granted granted(String name, String scope) {
		AuthorizationFlow flow = flow();
		Answer tokens = flow.redeem(code(flow, name, flow.request().with("scope", scope)));
		assertThat(tokens.status()).isEqualTo(200);
		return new Granted(flow, tokens);
	}

	/** The code for what is asked, whatever page comes before it. */
	static String code(AuthorizationFlow flow, String name, Form request) {
		return code(flow, flow.signIn(name, request), request);
	}

	/** The same of somebody who is signed in already. */
	static String code(AuthorizationFlow flow, Form request) {
		return code(flow, flow.browser().follow(flow.authorize(request)), request);
	}

	private static String code(AuthorizationFlow flow, Answer answer, Form request) {
		String scope = request.toString().replaceAll(".*(?:^|&)scope=([^&]*).*", "$1").replace("%3A", ":");
		return (answer.redirects() ? answer : flow.allow(answer, scope.split("\\+|%20", -1))).sent("code");
	}

	/** A token of the client itself. */
	String token(String scope) {
		return flow().token(Form.empty().and("grant_type", "client_credentials").and("scope", scope))
			.json("access_token");
	}

	Answer query(String grantId) {
		return browser().get("/oauth2/grants/" + grantId, "Authorization", "Bearer " + token(QUERY));
	}

	Answer revoke(String grantId) {
		return browser().json("DELETE", "/oauth2/grants/" + grantId, "", "Authorization", "Bearer " + token(REVOKE));
	}

	private Browser browser() {
		return this.server.getBean(Flows.class).browser();
	}

	/** What somebody granted, in the browser where she did. */
	record Granted(AuthorizationFlow flow, Answer tokens) {

		String id() {
			return this.tokens.json("grant_id");
		}

		String refreshToken() {
			return this.tokens.json("refresh_token");
		}

		Form request(String action, String scope) {
			return this.flow.request()
				.with("scope", scope)
				.and("grant_management_action", action)
				.and("grant_id", id());
		}

		/** The code for a change of the grant. */
		String code(String action, String scope) {
			return ManagedClient.code(this.flow, request(action, scope));
		}

		/** The token answer to a change of the grant. */
		Answer change(String action, String scope) {
			return this.flow.redeem(code(action, scope));
		}
	}

}
