package dev.quartet.auth.apps;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import dev.quartet.auth.account.OwnPeople;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.TestClient;
import org.springframework.context.ApplicationContext;

/** Is an application that a person trusts with her others, and calls the account API. */
record ApiCaller(ApplicationContext server, String clientId, Answer tokens) {

	static final String SCOPE = "openid account:apps:read account:apps:write";

	private static final String OTHERS = "openid profile offline_access notes:read notes:write";

	static ApiCaller of(ApplicationContext server, String person, Map<MetadataField, Object> further) {
		Connected trusted = connect(server, person, SCOPE, further);
		return new ApiCaller(server, trusted.clientId(), trusted.tokens());
	}

	/** Has another application let in, by this person. */
	Connected connect(String person) {
		return connect(this.server, person, OTHERS, Map.of());
	}

	static Connected connect(ApplicationContext server, String person, String scope,
			Map<MetadataField, Object> further) {
		TestClient client = server.getBean(OwnClients.class).register("app-" + UUID.randomUUID(), scope, further);
		AuthorizationFlow flow = server.getBean(Flows.class).with(client);
		OwnPeople.signIn(flow.browser(), "/account", person, OwnPeople.PASSWORD);
		Answer page = flow.browser().follow(flow.authorize(flow.request()));
		return new Connected(client.clientId(), flow, flow.redeem(flow.allowAll(page).sent("code")));
	}

	Answer call(String method, String address, String json, String... headers) {
		return call(this.server, this.tokens.json("access_token"), method, address, json, headers);
	}

	static Answer call(ApplicationContext server, String token, String method, String address, String json,
			String... headers) {
		String[] all = Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
			.toArray(String[]::new);
		return server.getBean(Flows.class).browser().json(method, "/account/api" + address, json, all);
	}

	/** Asks for this to become of an application. */
	Answer change(Connected app, String members) {
		return call("PATCH", "/apps", "{\"client_id\":\"" + app.clientId() + "\"," + members + "}");
	}

	@SuppressWarnings("unchecked")
	Map<String, Object> app(String id) {
		Object apps = Objects.requireNonNull(call("GET", "/apps", "").json().get("apps"));
		return ((List<Map<String, Object>>) apps).stream()
			.filter((app) -> id.equals(app.get("client_id")))
			.findFirst()
			.orElseThrow();
	}

	/** Is an application that somebody has let in. */
	record Connected(String clientId, AuthorizationFlow flow, Answer tokens) {
	}

}
