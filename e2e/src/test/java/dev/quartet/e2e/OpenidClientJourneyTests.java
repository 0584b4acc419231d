package dev.quartet.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import dev.quartet.e2e.NodeProgram.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a client library that nobody here wrote, panva's openid-client, do with the server
 * all that it can, in its strictest mode and without a special setting.
 */
class OpenidClientJourneyTests {

	private static final String PERSON = "alice";

	@BeforeEach
	void skipWithoutNode() {
		NodePackages.required();
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_secret_basic", "client_secret_post pushed form_post PS256",
			"private_key_jwt pushed ES256", "client_secret_basic signed", "private_key_jwt signed pushed",
			"client_secret_basic described" })
	void signsHerInRefreshesRevokesAndSignsHerOut(String clientAndFeatures) {
		assertThat(runWithPerson("code.mjs " + clientAndFeatures).steps()).containsExactly("registers itself",
				"gets tokens for a code", "reads who she is", "introspects the access token", "refreshes the tokens",
				"revokes the tokens", "signs her out and gets the state back", "learns that she is signed out");
	}

	@Test
	void getsHerAnswerOnADevice() {
		assertThat(runWithPerson("device.mjs").steps()).containsExactly("registers itself", "gets its codes",
				"polls until she has answered", "reads who she is", "refreshes the tokens");
	}

	@Test
	void worksInItsOwnNameByEitherMetadataDocument() {
		assertThat(run("machine.mjs", OpenidClientJourneyTests::nobodyGoes).steps()).containsExactly(
				"discovers the server by oidc", "knows from the oidc metadata that PKCE works",
				"gets a token by client_credentials after oidc", "introspects and revokes it after oidc",
				"understands the refusal of a scope after oidc", "discovers the server by oauth2",
				"knows from the oauth2 metadata that PKCE works", "gets a token by client_credentials after oauth2",
				"introspects and revokes it after oauth2", "understands the refusal of a scope after oauth2",
				"understands the refusal of a wrong secret");
	}

	@Test
	void looksAfterItsOwnRegistration() {
		assertThat(run("registration.mjs", OpenidClientJourneyTests::nobodyGoes).steps()).containsExactly(
				"understands that it needs a token", "understands what is wrong with its metadata",
				"registers with an initial access token", "reads its registration", "changes its registration",
				"removes its registration");
	}

	@ParameterizedTest
	@ValueSource(strings = { "openid-client", "oidc-client-ts", "oidc-provider" })
	void isTheVersionThatTheDocumentStates(String library) throws IOException {
		assertThat(Files.readString(Path.of("..", "docs", "interop.md")))
			.containsPattern("\\[%s]\\([^)]*\\) \\| %s \\|".formatted(library, NodePackages.version(library)));
	}

	private static Outcome runWithPerson(String words) {
		try (Visitor visitor = Visitor.known(PERSON, new Browser.NewContextOptions().setIgnoreHTTPSErrors(true))) {
			return run(words, (address) -> visitor.goes(address).obliges("#back, #allowed"));
		}
	}

	private static void nobodyGoes(String address) {
		throw new AssertionError("nobody was expected to go to " + address);
	}

	private static Outcome run(String words, Consumer<String> person) {
		NodeProgram program = new NodeProgram(TlsAuthServer.running().nodeEnvironment(PERSON), person);
		Outcome outcome = program.run(("openid-client/" + words).split(" "));
		assertThat(outcome.warnings()).isEmpty();
		assertThat(outcome.version()).isEqualTo(NodePackages.version("openid-client"));
		return outcome;
	}

}
