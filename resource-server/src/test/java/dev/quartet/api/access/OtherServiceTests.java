package dev.quartet.api.access;

import java.net.http.HttpRequest.BodyPublishers;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestIntrospection;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What another service gets from this package, with nothing but settings. */
@OtherServiceTest
class OtherServiceTests {

	private final ApiClient api;

	OtherServiceTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void isProtectedByDefault() {
		Answer answer = api.get("/who");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void knowsWhoCalls() {
		assertThat(api.get("/who", person().mint()).body()).isEqualTo("PERSON alice of " + TestIssuer.trusted().url());
		assertThat(api.get("/who", TestToken.machine("night-job").mint()).body()).startsWith("MACHINE night-job");
	}

	@Test
	void tellsHandlersByTheServletInterfaceWhoCalls() {
		String caller = " Caller[PERSON alice of " + TestIssuer.trusted().url() + "]";
		String token = person().scope("orders:write").mint();
		assertThat(api.get("/servlet", token).body()).isEqualTo("alice true" + caller);
		assertThat(api.get("/servlet?not=plain", token).body()).isEqualTo("alice true" + caller);
		assertThat(api.get("/servlet", person().mint()).body()).isEqualTo("alice false" + caller);
	}

	@Test
	void writesNoHeaderThatACarelessHandlerEndsEarly() {
		Answer answer = api.get("/careless", person().mint());
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.header("X-Careless")).isEmpty();
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void opensWhatARuleOpens() {
		assertThat(api.get("/welcome").body()).isEqualTo("welcome");
	}

	@Test
	void namesAllScopesThatAnOperationNeeds() {
		Answer answer = api.post("/orders", person().scope("orders:write").mint(), "");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).contains("error=\"insufficient_scope\"", "scope=\"orders:write orders:pay\"",
				"resource_metadata=");
		assertThat(api.post("/orders", person().scope("orders:pay orders:write").mint(), "").status()).isEqualTo(200);
		assertThat(api.send("/orders", (request) -> request.method("POST", BodyPublishers.noBody())).challenge())
			.contains("scope=\"orders:write orders:pay\"");
	}

	@Test
	void refusesAMachineWherePeopleOrder() {
		refusesTheKind(api.post("/orders", TestToken.machine("job").scope("orders:write orders:pay").mint(), ""));
	}

	@Test
	void refusesAPersonWhereMachinesExport() {
		refusesTheKind(api.get("/exports", person().mint()));
		assertThat(api.get("/exports", TestToken.machine("job").mint()).status()).isEqualTo(200);
	}

	@Test
	void refusesAPersonWhoseIdEqualsAClientWhereMachinesExport() {
		refusesTheKind(api.get("/exports", person().with("sub", "quartet-app").mint()));
	}

	@Test
	void listsAllIssuersAndScopesInItsMetadata() {
		Answer answer = api.get("/.well-known/oauth-protected-resource");
		assertThat(answer.json().path("authorization_servers").toString()).contains(TestIssuer.trusted().url(),
				TestIntrospection.trusted().url(), OtherServiceTest.STRICT_ISSUER);
		assertThat(answer.json().path("scopes_supported").toString())
			.isEqualTo("[\"orders:pay\",\"orders:refund\",\"orders:write\"]");
	}

	@Test
	void challengesWhatAMethodDenies() {
		Answer answer = api.get("/denied", person().mint());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).contains("error=\"insufficient_scope\"");
	}

	@Test
	void asksForPatienceWhileAnIssuerIsAwayAndRecoversWithinSeconds() throws InterruptedException {
		OtherServiceTest.LATE.goAway();
		String token = TestToken.person(OtherServiceTest.LATE, "alice").mint();
		Answer answer = api.get("/who", token);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(answer.challenge()).isEmpty();
		assertThat(api.get("/who", person().mint()).status()).as("another issuer's").isEqualTo(200);
		OtherServiceTest.LATE.comeBack();
		long end = System.nanoTime() + 10_000_000_000L;
		while (api.get("/who", token).status() != 200) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.sleep(200);
		}
	}

	private static TestToken person() {
		return TestToken.person("alice");
	}

	private static void refusesTheKind(Answer answer) {
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).as("nothing that more scopes would mend").isEmpty();
		assertThat(answer.text("detail")).startsWith("This is for ");
	}

}
