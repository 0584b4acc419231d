package dev.quartet.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries the API on the page that describes it, and has the description checked. */
class ApiDocsJourneyTests {

	@Test
	void signsInOnThePageAndCallsTheApi() {
		try (Visitor visitor = Visitor.somebody()) {
			opensTheDocs(visitor);
			assertThat(calls(visitor, "greeting", "greet")).as("without a token").isEqualTo("401");
			signsIn(visitor);
			assertThat(calls(visitor, "greeting", "greet")).isEqualTo("200");
			assertThat(answer(visitor, "greet")).contains("Hello, " + visitor.name() + "!");
			assertThat(calls(visitor, "notes", "writeNote")).isEqualTo("201");
			assertThat(answer(visitor, "writeNote")).contains("\"title\": \"Milk\"");
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void keepsTheTokenInThePageAlone() {
		try (Visitor visitor = Visitor.somebody()) {
			opensTheDocs(visitor);
			signsIn(visitor);
			assertThat(visitor.page().evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
			visitor.page().reload();
			opensTheDocs(visitor);
			assertThat(calls(visitor, "greeting", "greet")).as("after a reload").isEqualTo("401");
		}
	}

	@Test
	void leadsThePageToItsOneAddress() {
		Look look = Look.LIGHT_1280;
		try (Visitor visitor = Visitor.somebody(look.browser())) {
			visitor.goes(api("/docs").replace("localhost", "127.0.0.1"));
			visitor.page().waitForURL(api("/docs"));
			visitor.page().waitForSelector("#operations-greeting-greet");
			look.keepFirstSight(visitor, "docs");
		}
	}

	@Test
	void passesTheLinterWithoutAWarning() throws IOException {
		Path folder = NodePackages.requiredForLinter();
		Answer document = new Program(Platform.running().resourceServer().address()).get("/openapi");
		Files.writeString(folder.resolve("openapi/openapi.json"), document.body());
		Command lint = Command.run(folder, "env", "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true",
				"node", "node_modules/@redocly/cli/bin/cli.js", "lint", "--config", "openapi/redocly.yaml",
				"openapi/openapi.json");
		lint.assertSuccess();
		assertThat(lint.output()).contains("is valid").doesNotContain("warning.", "Warning was generated");
	}

	private static void opensTheDocs(Visitor visitor) {
		visitor.goes(api("/docs")).page().waitForSelector("#operations-greeting-greet");
	}

	private static void signsIn(Visitor visitor) {
		Page docs = visitor.clicks(".auth-wrapper button.authorize").page();
		Locator scheme = docs.locator(".auth-container").filter(new Locator.FilterOptions().setHasText("OAuth2"));
		scheme.getByText("select all").click();
		Page popup = docs.waitForPopup(() -> scheme.locator("button.authorize").click());
		visitor.using(popup).signsIn();
		popup.waitForClose(visitor::allows);
		visitor.using(docs);
		scheme.getByText("Logout").waitFor();
		visitor.clicks(".close-modal");
	}

	/** Presses the button of an operation and gives the status of the answer. */
	private static String calls(Visitor visitor, String tag, String operation) {
		Page docs = visitor.page();
		Locator block = docs.locator("#operations-%s-%s".formatted(tag, operation));
		if (block.locator("button.execute").count() == 0) {
			block.locator(".opblock-summary-control").click();
		}
		Locator status = block.locator(".live-responses-table .response td.response-col_status").first();
		docs.waitForResponse((answer) -> answer.url().startsWith(api("/")),
				() -> block.locator("button.execute").click());
		status.waitFor();
		return status.innerText().strip().substring(0, 3);
	}

	private static String answer(Visitor visitor, String operation) {
		return visitor.page()
			.locator("[id$=-%s] .live-responses-table .response td.response-col_description".formatted(operation))
			.first()
			.innerText();
	}

	private static String api(String path) {
		return Platform.running().resourceServer().address() + path;
	}

}
