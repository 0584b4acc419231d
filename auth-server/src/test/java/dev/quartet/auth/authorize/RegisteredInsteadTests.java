package dev.quartet.auth.authorize;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what the demo's error pages show the developer of a client. */
@QuartetServer
class RegisteredInsteadTests {

	private final AuthorizationFlow flow;

	RegisteredInsteadTests(@Autowired Flows flows) {
		this.flow = flows.app();
	}

	@Test
	void marksWhereTheAddressDiffersFromTheNearestOne() {
		Answer answer = this.flow
			.authorize(this.flow.request().with("redirect_uri", "http://localhost:8080/login/oauth2/code/quarted"));
		assertThat(answer.page().select("mark").eachText()).containsExactly("d", "t");
		assertThat(answer.text()).contains("http://localhost:8080/login/oauth2/code/quartet", "quartet.yml");
	}

	@Test
	void marksWhatIsTooMuchOrMissing() {
		Answer longer = this.flow
			.authorize(this.flow.request().with("redirect_uri", "http://localhost:8080/login/oauth2/code/quartet/"));
		assertThat(longer.page().select("mark").eachText()).containsExactly("/");
	}

	@Test
	void namesTheNearestClient() {
		Answer unknown = this.flow.authorize(this.flow.request().with("client_id", "quartet-ap"));
		assertThat(unknown.text()).contains("The nearest that is registered quartet-app");
	}

	@ParameterizedTest
	@CsvSource({ "response_type, response_type=code", "client_id, Add the client" })
	void saysHowToFixWhatIsMissing(String parameter, String fix) {
		assertThat(this.flow.authorize(this.flow.request().without(parameter)).text()).contains(fix);
	}

	@Test
	void escapesWhatWasSent() {
		Answer answer = this.flow.authorize(this.flow.request().with("client_id", "<img src=x onerror=alert(1)>"));
		assertThat(answer.page().select("img")).isEmpty();
		assertThat(answer.text()).contains("<img src=x onerror=alert(1)>");
	}

}
