package dev.quartet.auth.rfc7662;

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
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what is left of tokens, signed and opaque ones alike, when a person has taken away
 * some of what she granted (RFC 7662 §2.2, OpenID Connect Core §5.3, RFC 6749 §6).
 */
@QuartetServer
class NarrowedTokenTests {

	private static final Map<String, Object> INACTIVE = Map.of("active", false);

	private static final String CLIENT = "narrowed";

	private static final String API = "http://localhost:8090";

	private static final String CALENDAR = "https://calendar.example";

	private final Flows flows;

	private final Clients clients;

	private final OwnClients own;

	private final PersonGrants grants;

	NarrowedTokenTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired OwnClients own,
			@Autowired PersonGrants grants) {
		this.flows = flows;
		this.clients = clients;
		this.own = own;
		this.grants = grants;
	}

	@AfterEach
	void forgetTheClient() {
		this.grants.endAll("alice", CLIENT, EndedBy.OPERATOR);
		this.own.forget(CLIENT);
	}

	@ParameterizedTest
	@EnumSource
	void tellsOnlyTheScopesAndApisThatAreLeft(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		String token = flow.tokens("alice").json("access_token");
		assertThat(audience(flow.introspect(token))).contains(API, CALENDAR);
		take("calendar:read");
		Answer answer = flow.introspect(token);
		assertThat(answer.json()).containsEntry("active", true)
			.containsEntry("scope", "email notes:read openid profile");
		assertThat(audience(answer)).contains(API).doesNotContain(CALENDAR);
	}

	@ParameterizedTest
	@EnumSource
	void tellsNothingOfATokenThatHadNothingElse(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		Answer first = flow.tokens("alice");
		String calendarOnly = refresh(flow, first, "calendar:read").json("access_token");
		assertThat(flow.introspect(calendarOnly).json()).containsEntry("active", true);
		take("calendar:read");
		assertThat(flow.introspect(calendarOnly).json()).isEqualTo(INACTIVE);
		assertThat(flow.introspect(first.json("access_token")).json()).containsEntry("active", true);
	}

	@ParameterizedTest
	@EnumSource
	void tellsTheNameOfThePersonOnlyWhileItIsGranted(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		String token = flow.tokens("alice").json("access_token");
		assertThat(flow.introspect(token).json()).containsEntry("preferred_username", "alice");
		take("profile");
		assertThat(flow.introspect(token).json()).containsEntry("active", true)
			.doesNotContainKeys("preferred_username", "username");
	}

	@ParameterizedTest
	@EnumSource
	void givesOnlyTheClaimsThatAreStillGranted(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		String token = flow.tokens("alice").json("access_token");
		assertThat(flow.userInfo(token).json()).containsKeys("email", "name");
		take("email");
		assertThat(flow.userInfo(token).json()).containsKeys("sub", "name").doesNotContainKeys("email");
	}

	@ParameterizedTest
	@EnumSource
	void givesNoClaimsWithoutOpenId(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		String token = flow.tokens("alice").json("access_token");
		take("openid");
		Answer refused = flow.userInfo(token);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.header("WWW-Authenticate") + refused.body()).contains("insufficient_scope");
		take("email", "profile", "notes:read", "calendar:read");
		assertThat(flow.userInfo(token).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@EnumSource
	void refreshesToWhatIsLeftAndSaysSo(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		Answer first = flow.tokens("alice");
		take("notes:read", "email");
		Answer refreshed = refresh(flow, first, "");
		assertThat(refreshed.json("scope").split(" ", -1)).containsExactlyInAnyOrder("openid", "profile",
				"calendar:read");
		assertThat(audience(flow.introspect(refreshed.json("access_token")))).contains(CALENDAR).doesNotContain(API);
		assertThat(flow.userInfo(refreshed.json("access_token")).json()).doesNotContainKey("email");
	}

	@ParameterizedTest
	@EnumSource
	void refusesToRefreshToWhatWasTakenAway(AccessTokenFormat format) {
		AuthorizationFlow flow = flow(format);
		Answer first = flow.tokens("alice");
		take("notes:read");
		assertThat(refresh(flow, first, "openid notes:read").json("error")).isEqualTo("invalid_scope");
		assertThat(refresh(flow, first, "openid").status()).isEqualTo(200);
	}

	private AuthorizationFlow flow(AccessTokenFormat format) {
		TestClient narrowed = this.own.register(CLIENT, "openid profile email notes:read calendar:read", Map.of());
		Client client = this.clients.findById(CLIENT).orElseThrow();
		ClientMetadata known = client.metadata();
		client.describe(new ClientMetadata(known.clientName(), known.applicationType(), known.tokenEndpointAuthMethod(),
				known.grantTypes(), known.redirectUris(), known.postLogoutRedirectUris(), known.scope(), true,
				known.idTokenSignedResponseAlg(), known.accessTokenSignedResponseAlg(), format, known.further()),
				this.own.clock().instant());
		this.clients.save(client);
		return this.flows.with(narrowed);
	}

	private void take(String... scopes) {
		this.grants.narrow("alice", CLIENT, Set.of(scopes));
	}

	private static Answer refresh(AuthorizationFlow flow, Answer before, String scope) {
		return flow.token(Form.empty()
			.and("grant_type", "refresh_token")
			.and("refresh_token", before.json("refresh_token"))
			.and("scope", scope));
	}

	private static List<String> audience(Answer introspection) {
		return ((List<?>) introspection.json().get("aud")).stream().map(Object::toString).toList();
	}

}
