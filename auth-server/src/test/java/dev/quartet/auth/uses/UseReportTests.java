package dev.quartet.auth.uses;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.rfc7523.Assertion;
import dev.quartet.auth.rfc7523.SigningClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what resource servers may report, and how they prove who they are. */
@QuartetServer
class UseReportTests {

	private static final String PATH = "/oauth2/uses";

	private static final TestClient API = new TestClient("quartet-api", "quartet-api-demo-secret", "", "");

	private static final String USE = "{\"grant_id\":\"%s\",\"scope\":\"%s\",\"used_at\":\"%s\"}";

	private final ApplicationContext server;

	private final Browser machine;

	private final StoredUses stored;

	UseReportTests(@Autowired ApplicationContext server, @Autowired Flows flows) {
		this.server = server;
		this.machine = flows.browser();
		this.stored = new StoredUses(server, "used-and-reported");
	}

	@BeforeEach
	void registerTheApp() {
		this.stored.begin();
		this.stored.consent("notes:read", Duration.ofDays(2));
	}

	@AfterEach
	void forgetTheApp() {
		this.stored.end();
		this.server.getBean(Clients.class).deleteAllById(List.of("signing-api"));
	}

	@Test
	void takesWhatAnApiSaw() {
		Instant at = this.stored.now().minusSeconds(3600);
		Answer answer = report(uses(use(grant(), "notes:read", at)));
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.header("Set-Cookie")).isEmpty();
		this.server.getBean(UseWriter.class).write();
		assertThat(this.stored.lastUsedAt("notes:read")).contains(at);
		assertThat(this.stored.lastUsedBy("notes:read")).contains(StoredUses.NOTES);
	}

	@Test
	void takesASecretInTheBody() {
		TestClient known = API;
		String body = "{\"client_id\":\"%s\",\"client_secret\":\"%s\",\"uses\":[]}";
		change(API.clientId(), "client_secret_post");
		try {
			assertThat(this.machine.json("POST", PATH, body.formatted(known.clientId(), known.secret())).status())
				.isEqualTo(204);
			assertThat(this.machine.json("POST", PATH, body.formatted(known.clientId(), "hardly-her-secret")).status())
				.isEqualTo(401);
		}
		finally {
			change(API.clientId(), "client_secret_basic");
		}
		assertThat(this.machine.json("POST", PATH, body.formatted(known.clientId(), known.secret())).status())
			.isEqualTo(401);
	}

	private void change(String clientId, String method) {
		Clients clients = this.server.getBean(Clients.class);
		Client client = clients.findById(clientId).orElseThrow();
		var known = client.metadata();
		client.describe(new ClientMetadata(known.clientName(), known.applicationType(), method, known.grantTypes(),
				known.redirectUris(), known.postLogoutRedirectUris(), known.scope(), known.requireConsent(),
				known.idTokenSignedResponseAlg(), known.accessTokenSignedResponseAlg(), known.accessTokenFormat(),
				known.further()), this.stored.now());
		clients.save(client);
	}

	@Test
	void takesAnAssertionOnce() {
		SigningClient signer = SigningClient.named("signing-api");
		Client client = signer.registered(this.stored.now());
		client.describe(client.metadata()
			.with(client.metadata().further().with(MetadataField.RESOURCE_SERVER_FOR, List.of(StoredUses.NOTES))),
				this.stored.now());
		this.server.getBean(Clients.class).save(client);
		String body = """
				{"client_assertion_type":"urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
				"client_assertion":"%s","uses":[]}""".formatted(
				signer.signed(Assertion.of(signer.clientId(), this.server.getBean(MovableClock.class).instant())));
		assertThat(this.machine.json("POST", PATH, body).status()).isEqualTo(204);
		assertThat(this.machine.json("POST", PATH, body).json("error")).isEqualTo("invalid_client");
	}

	@Test
	void refusesWhoeverDoesNotProveWhoItIs() {
		String body = uses();
		Answer nobody = this.machine.json("POST", PATH, body);
		assertThat(nobody.status()).isEqualTo(401);
		assertThat(nobody.json("error")).isEqualTo("invalid_client");
		assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(this.machine.json("POST", PATH, "{\"client_id\":\"quartet-public\",\"uses\":[]}").status())
			.isEqualTo(401);
		TestClient wrong = new TestClient(API.clientId(), "nothing-but-a-guess", "", "");
		assertThat(this.machine.json("POST", PATH, body, wrong.basic()).status()).isEqualTo(401);
		String twice = "{\"client_secret\":\"%s\",\"uses\":[]}".formatted(API.secret());
		assertThat(this.machine.json("POST", PATH, twice, API.basic()).json("error")).isEqualTo("invalid_request");
		assertThat(this.machine.json("POST", PATH, body, "Authorization", "Bearer x").status()).isEqualTo(401);
	}

	@Test
	void refusesAClientThatSpeaksForNoApi() {
		Answer answer = this.machine.json("POST", PATH, uses(), TestClient.app().basic());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.json("error_description")).contains("resource_server_for");
	}

	@ParameterizedTest
	@ValueSource(strings = { "calendar:read", "openid", "notes:reed", "*" })
	void refusesAllForOneScopeOfAnotherApi(String scope) {
		String own = use(grant(), "notes:read", this.stored.now());
		Answer answer = report(uses(own, use(grant(), scope, this.stored.now())));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.json("error")).isEqualTo("access_denied");
		this.server.getBean(UseWriter.class).write();
		assertThat(this.stored.lastUsedAt("notes:read")).isEmpty();
	}

	@Test
	void tellsNothingOfGrantsThatItDoesNotKnow() {
		Answer answer = report(uses(use(UUID.randomUUID().toString(), "notes:read", this.stored.now()),
				use("g-alice", "notes:read", this.stored.now())));
		assertThat(answer.status()).isEqualTo(204);
		assertThat(this.server.getBean(RecentUses.class).isEmpty()).as("nothing waits").isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[]|one JSON object", "{}|one JSON object", "null|one JSON object",
			"{\"uses\":[],\"uses\":[]}|one JSON object", "{\"uses\":[]} x|one JSON object",
			"{\"uses\":|one JSON object", "{\"used\":[]}|uses: expected a list", "{\"uses\":{}}|uses: expected a list",
			"{\"uses\":[1]}|uses[0]: expected an object",
			"{\"uses\":[{\"grant_id\":1,\"scope\":\"notes:read\",\"used_at\":\"2026-01-31T12:00:00Z\"}]}|uses[0].grant_id",
			"{\"uses\":[{\"grant_id\":\"x\",\"scope\":[],\"used_at\":\"2026-01-31T12:00:00Z\"}]}|uses[0].scope",
			"{\"uses\":[{\"grant_id\":\"x\",\"scope\":\"notes:read\"}]}|uses[0].used_at",
			"{\"uses\":[{\"grant_id\":\"x\",\"scope\":\"notes:read\",\"used_at\":\"yesterday\"}]}|uses[0].used_at" })
	void saysWhatIsWrong(String body, String problem) {
		Answer answer = report(body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_request");
		assertThat(answer.json("error_description")).contains(problem);
	}

	@Test
	void takesAThousandAndNotOneMore() {
		assertThat(report(many(1000)).status()).isEqualTo(204);
		Answer answer = report(many(1001));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error_description")).contains("1000");
	}

	private String many(int number) {
		return uses(IntStream.range(0, number)
			.mapToObj((i) -> use(UUID.randomUUID().toString(), "notes:read", this.stored.now()))
			.toArray(String[]::new));
	}

	@Test
	void refusesAHugeBody() {
		String body = "{\"uses\":[],\"filler\":\"%s\"}".formatted("a".repeat(256 * 1024));
		assertThat(report(body).status()).isEqualTo(413);
		assertThat(report(body.replace("aa", "a")).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "x" })
	void refusesOtherContent(String type) {
		assertThat(this.machine.body(PATH, type, uses(), API.basic()).status()).isEqualTo(415);
	}

	@Test
	void takesPostsOnlyAndNothingInTheAddress() {
		Answer get = this.machine.get(PATH, API.basic());
		assertThat(get.status()).isEqualTo(405);
		assertThat(get.header("Allow")).contains("POST");
		assertThat(this.machine.json("PUT", PATH, uses(), API.basic()).status()).isEqualTo(405);
		assertThat(this.machine.json("POST", PATH + "?client_id=quartet-api", uses(), API.basic()).status())
			.isEqualTo(400);
		assertThat(this.machine.json("POST", PATH + "/", uses(), API.basic()).status()).isEqualTo(404);
	}

	@Test
	void answersNoScriptOfAnotherOrigin() {
		Answer asked = this.machine.preflight(PATH, "Origin", "http://localhost:8080", "Access-Control-Request-Method",
				"POST");
		assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
	}

	private Answer report(String body) {
		return this.machine.json("POST", PATH, body, API.basic());
	}

	private String grant() {
		return this.stored.grant(this.stored.now().minusSeconds(7200), "notes:read").toString();
	}

	private static String use(String grant, String scope, Instant at) {
		return USE.formatted(grant, scope, at);
	}

	private static String uses(String... uses) {
		return "{\"uses\":" + List.of(uses).stream().collect(Collectors.joining(",", "[", "]")) + "}";
	}

}
