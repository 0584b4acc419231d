package dev.quartet.auth.consents;

import java.util.List;
import java.util.Map;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows: the numbered properties of docs/consent.md, one by one. */
@QuartetServer
class ConsentPagePropertiesTests {

	private final Flows flows;

	private final AskingClients clients;

	@Autowired
	ConsentPagePropertiesTests(Flows flows, OwnClients clients, JdbcClient database) {
		this.flows = flows;
		this.clients = new AskingClients(clients, database);
	}

	@Test
	void p1SaysHowWellTheApplicationIsKnown() {
		assertThat(page(this.clients.vetted()).select("#vetting-vetted").text()).isEqualTo("Verified");
		assertThat(page(this.clients.invited()).select("#vetting-invited").text()).isEqualTo("Invited");
		TestClient stranger = this.clients.unvetted();
		Document page = page(stranger);
		assertThat(page.select("#vetting-unvetted").text()).isEqualTo("Unverified");
		assertThat(page.select("h1").text()).doesNotContain(stranger.clientId());
		assertThat(page.select("#calls-itself").text()).contains("calls itself", stranger.clientId());
		assertThat(page.select("#unverified")).isNotEmpty();
	}

	@Test
	void p1LinksWhatTheApplicationSaysOfItself() {
		Document page = page(this.clients.vetted(Map.of(MetadataField.POLICY_URI, "https://app.example/privacy",
				MetadataField.TOS_URI, "https://app.example/terms", MetadataField.CLIENT_URI, "javascript:alert(1)")));
		assertThat(page.select("#policy").attr("href")).isEqualTo("https://app.example/privacy");
		assertThat(page.select("#terms").attr("rel")).contains("noopener");
		assertThat(page.select("#website")).isEmpty();
	}

	@Test
	void p2ShowsWhereTheAccessGoesAndWarnsOfPrograms() {
		assertThat(page(TestClient.app()).select("#redirect-host").text()).isEqualTo("http://localhost:8080");
		Document page = page(TestClient.publicOne());
		assertThat(page.select("#redirect-host").text()).isEqualTo("http://127.0.0.1:5173");
		assertThat(page.select("#loopback").text()).contains("cannot be proven");
	}

	@Test
	void p3ShowsWhoIsSignedInAndLetsHerSwitch() {
		Document page = page(this.clients.vetted());
		assertThat(page.select("#person").text()).isEqualTo("Alice Liddell");
		assertThat(page.select("#switch").text()).isEqualTo("Not you?");
	}

	@Test
	void p4SaysWhySheIsAskedNow() {
		TestClient client = this.clients.vetted();
		AuthorizationFlow flow = this.flows.with(client);
		Answer first = flow.signIn("alice", flow.request().with("scope", "openid notes:read"));
		assertThat(why(first)).contains("not allowed it anything yet");
		flow.allow(first, "openid", "notes:read");
		assertThat(why(again(flow, flow.request()))).contains("more than you have allowed");
		assertThat(why(again(flow, flow.request().with("scope", "openid notes:read").and("prompt", "consent"))))
			.contains("wants you to look again");
	}

	@Test
	void p5GroupsByTheApiAndItsOwner() {
		Document page = page(this.clients.vetted());
		assertThat(page.select("fieldset.resource > legend").eachText()).extracting(ConsentPagePropertiesTests::bare)
			.containsExactly("About you", "Notes API run by Quartet demo", "For how long?");
	}

	@Test
	void p6TellsWhatIsNeededFromWhatIsHerChoiceAndHowRiskyItIs() {
		Document page = page(this.clients.vetted());
		assertThat(page.select("[data-scope=notes:read] input")).isEmpty();
		assertThat(page.select("[data-scope=notes:read] .badge").text()).contains("Sensitive");
		assertThat(page.select("[data-scope=notes:write] input[type=checkbox]")).isNotEmpty();
		assertThat(page.select("[data-scope=notes:write] .badge").text()).contains("High risk");
		assertThat(page.select("#scope-notes\\:write").hasAttr("checked")).isTrue();
	}

	@Test
	void p6TicksNothingForWhomNobodyKnows() {
		assertThat(page(this.clients.unvetted()).select("input[type=checkbox][checked]")).isEmpty();
		Document invited = page(this.clients.invited());
		assertThat(invited.select("#scope-profile").hasAttr("checked")).isTrue();
		assertThat(invited.select("#scope-notes\\:write").hasAttr("checked")).isFalse();
	}

	@Test
	void p7MarksWhatIsNew() {
		AuthorizationFlow flow = this.flows.with(this.clients.vetted());
		Form less = flow.request().with("scope", "openid email notes:read");
		flow.allow(flow.signIn("alice", less), "openid", "email", "notes:read");
		Document page = again(flow, flow.request()).page();
		assertThat(page.select("[data-scope=email] .badge").text()).isEqualTo("Allowed before");
		assertThat(page.select("[data-scope=notes:write] .badge").text()).contains("New");
	}

	@Test
	void p8ShowsTheValuesThatWillBeTold() {
		Document page = page(this.clients.vetted());
		assertThat(page.select("[data-scope=email] .values").text()).contains("E-mail address: alice@example.com");
		assertThat(page.select("[data-scope=profile] .values").text()).contains("Alice Liddell", "Europe/London");
		assertThat(page.select("#identity").text()).contains("alice");
	}

	@Test
	void p8ShowsOnlyTheClaimsThatWereAskedForByName() {
		AuthorizationFlow flow = this.flows.with(this.clients.vetted());
		Document page = flow
			.signIn("alice",
					flow.request().with("scope", "openid").and("claims", "{\"userinfo\":{\"birthdate\":null}}"))
			.page();
		assertThat(page.select("[data-scope=profile] .values").text()).isEqualTo("Date of birth: 1852-05-04");
	}

	@Test
	void p8ShowsANameOfItsOwnWhereTheApplicationGetsOne() {
		Document page = page(this.clients.vetted(Map.of(MetadataField.SUBJECT_TYPE, "pairwise")));
		assertThat(page.select("#identity").text()).contains("no other application knows").doesNotContain("alice");
	}

	@Test
	void p10SaysPlainlyThatItGoesOnWhileSheIsAway() {
		assertThat(page(this.clients.vetted()).select("#offline").text()).contains("while I am away",
				"keeps access after you sign out");
	}

	@Test
	void p12OffersNoMoreTimeThanTheRiskAllows() {
		assertThat(durations(page(this.clients.vetted()))).containsExactly("once", "session", "month", "revoked");
		assertThat(durations(page(this.clients.invited()))).containsExactly("once", "session", "month");
		Document stranger = page(this.clients.unvetted());
		assertThat(durations(stranger)).containsExactly("once", "session");
		assertThat(stranger.select("input[name=duration][checked]").attr("value")).isEqualTo("session");
	}

	@Test
	void p13PutsDenyFirstAndHoldsARiskyYesBack() {
		Document page = page(this.clients.vetted());
		assertThat(page.select("#allow, #deny").eachAttr("id")).containsExactly("deny", "allow");
		assertThat(page.select("#allow").hasClass("slow")).isTrue();
	}

	@Test
	void p14CannotBeFramedAndRunsNoScript() {
		AuthorizationFlow flow = this.flows.with(this.clients.vetted());
		Answer answer = flow.signIn("alice", flow.request());
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src 'none'")
			.doesNotContain("script-src");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	private Document page(TestClient client) {
		AuthorizationFlow flow = this.flows.with(client);
		return flow.signIn("alice", flow.request().and("prompt", "consent")).page();
	}

	private static Answer again(AuthorizationFlow flow, Form request) {
		return flow.browser().follow(flow.authorize(request));
	}

	// Without the marks that keep a name from turning the text around it.
	private static String bare(String text) {
		return text.replaceAll("[\u2068\u2069]", "");
	}

	private static String why(Answer page) {
		return page.page().select("#why").text();
	}

	private static List<String> durations(Document page) {
		return page.select("input[name=duration]").eachAttr("value");
	}

}
