package dev.quartet.app.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows which addresses a sign-in may come back to. */
class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/notes", "/profile", "/notes/7f3c2f7e-0000-4000-8000-000000000000" })
	void acceptsOwnPages(String path) {
		assertThat(ReturnPath.of(path).value()).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example",
			"/%2Fevil.example", "/.//evil.example", "notes", "", "/notes?x=1", "/notes\r\nX: y",
			"/oauth2/authorization/quartet", "/%6Fauth2/authorization/quartet", "/login/oauth2/code/quartet", "/logout",
			"/error" })
	void leadsHomeInsteadOfElsewhere(String path) {
		assertThat(ReturnPath.of(path).value()).isEqualTo("/");
	}

	@Test
	void leadsHomeWithoutAPath() {
		assertThat(ReturnPath.of((String) null).value()).isEqualTo("/");
	}

}
