package dev.quartet.auth.apps;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.account.OwnPeople;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.LogoutReceiver;
import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application can do about the others, for the person who trusts it with that.
 */
interface AccountApiContract {

	ApplicationContext server();

	@BeforeEach
	default void registerThem() {
		OwnPeople.of(server()).register("dora");
		OwnPeople.of(server()).register("emil");
	}

	@AfterEach
	default void forgetThem() {
		OwnPeople.of(server()).forget("dora", "emil");
		server().getBean(MovableClock.class).reset();
	}

	@Test
	default void showsHerApplicationsAndNobodyElses() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		ApiCaller.Connected his = api.connect("emil");
		Answer answer = api.call("GET", "/apps", "");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		Map<String, Object> shown = api.app(app.clientId());
		assertThat(shown).containsEntry("client_name", app.clientId())
			.containsEntry("verification", "vetted")
			.containsEntry("offline", true)
			.containsEntry("expires_at", null)
			.containsKeys("since", "last_used_at");
		assertThat(list(shown, "consents")).extracting("scope")
			.containsExactly("notes:read", "notes:write", "offline_access", "openid", "profile");
		assertThat(list(shown, "consents").get(0)).containsEntry("resource", "http://localhost:8090")
			.containsEntry("title", "Read your notes")
			.containsEntry("risk", "medium")
			.containsEntry("last_used_by", null)
			.containsEntry("disused", false)
			.containsKeys("granted_at", "expires_at", "last_used_at");
		assertThat(list(shown, "grants")).singleElement()
			.satisfies((grant) -> assertThat(grant).containsEntry("grant_id", app.tokens().json("grant_id"))
				.containsKeys("scopes", "created_at", "last_active_at", "expires_at"));
		assertThat(answer.body()).doesNotContain(his.clientId());
	}

	@Test
	default void saysItInTheLanguageOfTheCaller() {
		ApiCaller api = caller();
		api.connect("dora");
		Answer german = api.call("GET", "/apps", "", "Accept-Language", "de");
		assertThat(german.body()).contains("Ihre verbundenen Anwendungen sehen");
	}

	@Test
	default void takesBackAPartAtOnce() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		Answer changed = api.change(app, "\"scope\":\"notes:read profile\"");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(list(changed.json(), "consents")).extracting("scope")
			.containsExactly("notes:read", "openid", "profile");
		String scope = app.flow().introspect(app.tokens().json("access_token")).json("scope");
		assertThat(scope).contains("notes:read").doesNotContain("notes:write", "offline_access");
		assertThat(app.flow().refresh(app.tokens().json("refresh_token")).json("scope")).doesNotContain("notes:write");
		assertThat(list(api.call("GET", "/receipts", "").json(), "receipts").get(0)).containsEntry("decision",
				"narrowed");
	}

	@Test
	default void shortensAndNeverLengthens() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
		Answer changed = api.change(app, "\"expires_at\":\"" + tomorrow + "\"");
		assertThat(changed.json()).containsEntry("expires_at", tomorrow.toString());
		assertThat(api.change(app, "\"expires_at\":\"" + tomorrow + "\"").status()).isEqualTo(200);
		assertThat(api.change(app, "\"expires_at\":\"" + tomorrow.plusSeconds(1) + "\"").status()).isEqualTo(400);
		assertThat(api.app(app.clientId())).containsEntry("expires_at", tomorrow.toString());
		server().getBean(MovableClock.class).advance(Duration.ofHours(25));
		assertThat(app.flow().refresh(app.tokens().json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	default void changesNothingIfAnyOfItIsRefused() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		Map<String, Object> before = api.app(app.clientId());
		for (String change : List.of("\"scope\":\"notes:read email\"", "\"scope\":\"account:apps:write\"",
				"\"scope\":\"\"", "\"scope\":null", "\"scope\":[\"notes:read\"]", "\"expires_at\":\"soon\"",
				"\"expires_at\":\"2020-01-01T00:00:00Z\"", "\"expires_at\":\"+1000000000-12-31T23:59:59Z\"",
				"\"expires_at\":1", "\"scope\":\"notes:read\",\"expires_at\":\"2020-01-01T00:00:00Z\"",
				"\"scope\":\"notes:read\",\"scope\":\"openid\"", "\"scope\":\"notes:read\",\"resource\":\"x\"",
				"\"client_name\":\"x\"")) {
			Answer refused = api.change(app, change);
			assertThat(refused.status()).as(change).isEqualTo(400);
			assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
			assertThat(refused.json("detail")).isNotEmpty();
		}
		assertThat(api.app(app.clientId())).isEqualTo(before);
	}

	@Test
	default void disconnectsOne() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		assertThat(api.call("DELETE", "/apps?client_id=" + app.clientId(), "").status()).isEqualTo(204);
		assertThat(app.flow().introspect(app.tokens().json("access_token")).json("active")).isEqualTo("false");
		assertThat(api.call("DELETE", "/apps?client_id=" + app.clientId(), "").status()).isEqualTo(404);
		assertThat(api.change(app, "\"scope\":\"notes:read\"").status()).isEqualTo(404);
	}

	@Test
	default void disconnectsAllOnlyIfThatIsSaid() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		for (String unclear : List.of("", "?all=false", "?all=", "?all=true&all=true", "?client_id=",
				"?all=true&client_id=" + app.clientId(), "?client_id=a&client_id=" + app.clientId())) {
			assertThat(api.call("DELETE", "/apps" + unclear, "").status()).as(unclear).isEqualTo(400);
		}
		ApiCaller.Connected his = api.connect("emil");
		assertThat(api.call("DELETE", "/apps?all=true", "").status()).isEqualTo(204);
		assertThat(app.flow().refresh(app.tokens().json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(api.call("GET", "/apps", "").status()).isEqualTo(401);
		assertThat(his.flow().refresh(his.tokens().json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	default void endsOneDeviceAndLeavesWhatTheApplicationMayDo() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		String grant = "/grants/" + app.tokens().json("grant_id");
		assertThat(api.call("DELETE", grant, "").status()).isEqualTo(204);
		assertThat(app.flow().refresh(app.tokens().json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(list(api.app(app.clientId()), "consents")).isNotEmpty();
		for (String unknown : List.of(grant, "/grants/x", "/grants/" + UUID.randomUUID())) {
			assertThat(api.call("DELETE", unknown, "").status()).as(unknown).isEqualTo(404);
		}
	}

	@Test
	default void touchesNothingOfAnybodyElse() {
		ApiCaller api = caller();
		ApiCaller.Connected his = api.connect("emil");
		assertThat(api.call("DELETE", "/apps?client_id=" + his.clientId(), "").status()).isEqualTo(404);
		assertThat(api.change(his, "\"scope\":\"notes:read\"").status()).isEqualTo(404);
		assertThat(api.call("DELETE", "/grants/" + his.tokens().json("grant_id"), "").status()).isEqualTo(404);
		assertThat(his.flow().refresh(his.tokens().json("refresh_token")).json("scope")).contains("notes:write");
		assertThat(api.call("GET", "/receipts", "").body()).doesNotContain(his.clientId());
	}

	@Test
	default void givesHerReceiptsAsTheyWereSigned() throws ParseException, JOSEException {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		Map<String, Object> receipt = list(api.call("GET", "/receipts", "").json(), "receipts").get(0);
		assertThat(receipt).containsEntry("decision", "allowed").containsEntry("client_id", app.clientId());
		SignedJWT signed = SignedJWT.parse(String.valueOf(receipt.get("jws")));
		assertThat(signed.verify(new ECDSAVerifier((ECKey) signed.getHeader().getJWK()))).isTrue();
		assertThat(signed.getPayload().toJSONObject()).containsEntry("sub", "dora")
			.containsEntry("jti", receipt.get("receipt_id"));
		String before = String.valueOf(receipt.get("decided_at"));
		assertThat(list(api.call("GET", "/receipts?before=" + before, "").json(), "receipts")).extracting("client_id")
			.doesNotContain(app.clientId());
		assertThat(api.call("GET", "/receipts?before=-1000000000-01-01T00:00:00Z", "").json()).containsEntry("receipts",
				List.of());
		assertThat(api.call("GET", "/receipts?before=yesterday", "").status()).isEqualTo(400);
	}

	@Test
	default void knowsHerUnderAnyNameAndTellsNoOther() {
		ApiCaller api = ApiCaller.of(server(), "dora", Map.of(MetadataField.SUBJECT_TYPE, "pairwise"));
		ApiCaller.Connected app = api.connect("dora");
		assertThat(api.app(app.clientId())).isNotEmpty();
		Answer receipts = api.call("GET", "/receipts", "");
		assertThat(list(receipts.json(), "receipts")).extracting("client_id").contains(app.clientId());
		assertThat(receipts.body()).doesNotContain("\"dora\"", "\"jws\"");
		assertThat(api.call("DELETE", "/apps?client_id=" + app.clientId(), "").status()).isEqualTo(204);
	}

	@Test
	default void letsHerSeeWhatWasDoneInHerName() {
		ApiCaller api = caller();
		ApiCaller.Connected app = api.connect("dora");
		api.call("DELETE", "/apps?client_id=" + app.clientId(), "");
		Answer activity = OwnPeople.signIn(server().getBean(Flows.class).browser(), "/account/activity", "dora",
				OwnPeople.PASSWORD);
		assertThat(activity.text()).contains("An application took back for you");
		LogoutReceiver.until(() -> usedAt(api).contains("/account/api"));
	}

	private String usedAt(ApiCaller api) {
		return server().getBean(JdbcClient.class)
			.sql("select coalesce(max(last_used_by), '') from consent where client_id = ? and scope = 'account:apps:write'")
			.param(api.clientId())
			.query(String.class)
			.single();
	}

	private ApiCaller caller() {
		return ApiCaller.of(server(), "dora", Map.of());
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
		return (List<Map<String, Object>>) Objects.requireNonNull(json.get(name));
	}

}
