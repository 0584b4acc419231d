package dev.quartet.auth.openid;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a client may ask for claim by claim (OpenID Connect Core §5.5). */
@QuartetServer
class ClaimsParameterTests {

	private static final String CLIENT = "asks-by-name";

	private final Flows flows;

	private final OwnClients clients;

	private TestClient client = TestClient.app();

	ClaimsParameterTests(@Autowired Flows flows, @Autowired OwnClients clients) {
		this.flows = flows;
		this.clients = clients;
	}

	@BeforeEach
	void register() {
		this.client = this.clients.register(CLIENT, "openid email profile", Map.of());
	}

	@AfterEach
	void forget() {
		this.clients.forget(CLIENT);
	}

	@Test
	void tellsWhatIsNamedAndNothingElse() throws ParseException {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer tokens = tokens(flow, """
				{"userinfo": {"name": {"essential": true}}, "id_token": {"email": null, "unknown": null}}""");
		assertThat(flow.userInfo(tokens.json("access_token")).json()).containsOnlyKeys("sub", "name");
		assertThat(idToken(tokens)).containsEntry("email", "alice@example.com")
			.doesNotContainKeys("name", "email_verified", "unknown");
		assertThat(tokens.json("scope")).isEqualTo("openid");
	}

	@Test
	void asksThePersonForTheScopesThatStandForThem() {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer consent = flow.signIn("alice", named(flow, "{\"userinfo\": {\"name\": null, \"email\": null}}"));
		assertThat(consent.page().select("input[type=checkbox][name=scope]").eachAttr("value"))
			.containsExactlyInAnyOrder("profile", "email");
		Answer tokens = flow.redeem(flow.allow(consent, "openid", "email").sent("code"));
		assertThat(flow.userInfo(tokens.json("access_token")).json()).containsOnlyKeys("sub", "email");
	}

	@Test
	void remembersHerAnswerAndTellsItAgainAfterARefresh() throws ParseException {
		AuthorizationFlow flow = this.flows.with(this.client);
		String claims = "{\"userinfo\": {\"name\": null}, \"id_token\": {\"given_name\": null}}";
		Answer tokens = tokens(flow, "bob", claims);
		assertThat(flow.authorize(named(flow, claims).and("prompt", "none")).sent("code")).isNotEmpty();
		assertThat(flow.authorize(named(flow, "{\"userinfo\": {\"email\": null}}").and("prompt", "none")).sent("error"))
			.isEqualTo("consent_required");
		Answer refreshed = flow.refresh(tokens.json("refresh_token"));
		assertThat(flow.userInfo(refreshed.json("access_token")).json()).containsOnlyKeys("sub", "name");
		assertThat(idToken(refreshed)).containsEntry("given_name", "Bob");
	}

	@Test
	void tellsNothingThatTheClientMayNotAskFor() {
		AuthorizationFlow flow = this.flows.with(this.client);
		Answer tokens = tokens(flow, "{\"userinfo\": {\"phone_number\": {\"essential\": true}, \"name\": null}}");
		assertThat(flow.userInfo(tokens.json("access_token")).json()).containsOnlyKeys("sub", "name");
	}

	@Test
	void holdsForPushedRequests() {
		AuthorizationFlow flow = this.flows.with(this.client);
		tokens(flow, "{\"userinfo\": {\"name\": null}}");
		Form pushed = named(flow, "{\"userinfo\": {\"name\": null}}");
		Answer tokens = flow.redeem(flow.authorizePushed(flow.push(pushed).json("request_uri")).sent("code"));
		assertThat(flow.userInfo(tokens.json("access_token")).json()).containsOnlyKeys("sub", "name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "[]", "{} {}", "{\"userinfo\": []}", "{\"userinfo\": {\"name\": true}}",
			"{\"id_token\": {\"acr\": {\"essential\": \"yes\"}}}", "{\"id_token\": {\"acr\": {\"values\": \"1\"}}}",
			"{\"userinfo\": {}, \"userinfo\": {\"name\": null}}" })
	void refusesWhatIsNoSuchObject(String claims) {
		AuthorizationFlow flow = this.flows.with(this.client);
		assertThat(flow.authorize(named(flow, claims)).sent("error")).isEqualTo("invalid_request");
		assertThat(flow.push(named(flow, claims)).json("error")).isEqualTo("invalid_request");
	}

	@Test
	void answersOnlyForTheNamedPerson() {
		AuthorizationFlow flow = signedIn();
		assertThat(silent(flow, "{\"id_token\": {\"sub\": {\"value\": \"alice\"}}}").sent("code")).isNotEmpty();
		assertThat(silent(flow, "{\"id_token\": {\"sub\": {\"value\": \"bob\"}}}").sent("error"))
			.isEqualTo("login_required");
		assertThat(silent(flow, "{\"userinfo\": {\"sub\": {\"values\": [\"bob\", \"alice\"]}}}").sent("code"))
			.isNotEmpty();
		for (String nobody : List.of("{\"id_token\": {\"sub\": {\"value\": 1}}}",
				"{\"id_token\": {\"sub\": {\"value\": \"alice\"}}, \"userinfo\": {\"sub\": {\"value\": \"bob\"}}}")) {
			assertThat(silent(flow, nobody).sent("error")).isEqualTo("login_required");
		}
	}

	@Test
	void refusesALevelOfAssuranceThatNobodyReaches() {
		AuthorizationFlow flow = signedIn();
		assertThat(silent(flow, "{\"id_token\": {\"acr\": {\"essential\": true, \"values\": [\"1\", \"2\"]}}}")
			.sent("code")).isNotEmpty();
		assertThat(silent(flow, "{\"id_token\": {\"acr\": {\"values\": [\"2\"]}}}").sent("code")).isNotEmpty();
		assertThat(silent(flow, "{\"id_token\": {\"acr\": {\"essential\": true, \"values\": [\"2\"]}}}").sent("error"))
			.isEqualTo("unmet_authentication_requirements");
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.flows.with(this.client);
		tokens(flow, "{}");
		return flow;
	}

	private static Answer silent(AuthorizationFlow flow, String claims) {
		return flow.authorize(named(flow, claims).and("prompt", "none"));
	}

	private static Answer tokens(AuthorizationFlow flow, String claims) {
		return tokens(flow, "alice", claims);
	}

	private static Answer tokens(AuthorizationFlow flow, String person, String claims) {
		Answer answer = flow.signIn(person, named(flow, claims));
		return flow.redeem((answer.redirects() ? answer : flow.allow(answer, shown(answer))).sent("code"));
	}

	private static String[] shown(Answer consent) {
		return consent.page().select("input[name=scope]").eachAttr("value").toArray(String[]::new);
	}

	private static Form named(AuthorizationFlow flow, String claims) {
		return flow.request().with("scope", "openid").and("claims", claims);
	}

	private static Map<String, Object> idToken(Answer tokens) throws ParseException {
		return SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet().getClaims();
	}

}
