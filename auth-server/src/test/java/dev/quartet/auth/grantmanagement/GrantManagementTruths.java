package dev.quartet.auth.grantmanagement;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.rfc8414.Truth;

import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries what the metadata says of grants (Grant Management for OAuth 2.0 §7.1). */
public record GrantManagementTruths(ApplicationContext server) {

	private static final String ID = "known-to-manage";

	public Map<String, Truth> all() {
		return Map.of("grant_management_endpoint", this::endpoint, "grant_management_actions_supported", this::actions,
				"grant_management_action_required", this::required);
	}

	private void endpoint(Object value) {
		withClient((client) -> {
			assertThat(value).isEqualTo("http://localhost:9000/oauth2/grants");
			assertThat(client.query(client.granted("alice", "openid").id()).json()).containsKey("scopes");
		});
	}

	private void actions(Object value) {
		withClient((client) -> {
			Set<String> listed = ((Collection<?>) value).stream()
				.map(Object::toString)
				.collect(Collectors.toCollection(TreeSet::new));
			assertThat(Stream.of("create", "merge", "query", "replace", "revoke", "update")
				.filter((action) -> works(client, action))).containsExactlyElementsOf(listed);
		});
	}

	private static boolean works(ManagedClient client, String action) {
		ManagedClient.Granted granted = client.granted("alice", "openid");
		return switch (action) {
			case "query" -> client.query(granted.id()).status() == 200;
			case "revoke" -> client.revoke(granted.id()).status() == 204;
			case "create" -> !granted.flow()
				.authorize(granted.flow().request().with("scope", "openid").and("grant_management_action", action))
				.sent("code")
				.isEmpty();
			default -> !granted.flow().authorize(granted.request(action, "openid")).sent("code").isEmpty();
		};
	}

	private void required(Object value) {
		withClient((client) -> {
			AuthorizationFlow flow = client.granted("alice", "openid").flow();
			Answer without = flow.authorize(flow.request().with("scope", "openid"));
			assertThat(value).isEqualTo("invalid_request".equals(without.sent("error")));
		});
	}

	private void withClient(Use use) {
		ManagedClient client = ManagedClient.register(this.server, ID);
		try {
			use.of(client);
		}
		finally {
			client.forget();
		}
	}

	/** Does something with the client. */
	@FunctionalInterface
	private interface Use {

		void of(ManagedClient client);

	}

}
