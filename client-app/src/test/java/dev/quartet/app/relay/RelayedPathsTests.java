package dev.quartet.app.relay;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Lets the listed paths pass, in the one way in which they can be written. */
class RelayedPathsTests {

	private final RelayedPaths paths = new RelayedPaths(
			new RelaySettings(List.of("GET|POST /notes", "/notes/**", "GET /me")));

	@ParameterizedTest
	@CsvSource({ "GET, /notes", "POST, /notes", "DELETE, /notes/1", "PATCH, /notes/1/2-3.txt", "GET, /me" })
	void letsWhatIsListedPass(String method, String path) {
		assertThatCode(() -> this.paths.check(method, path)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/admin", "/notesy", "/me/", "/me/more", "/notes/", "/notes//1", "//notes",
			"//evil.example/notes", "/notes/..", "/notes/../admin", "/notes/./1", "/notes/%2e%2e/admin", "/notes/1%2f2",
			"/n%6ftes", "/notes/1;a=b", "/notes\\1", "/notes/1?x", "/notes/1#x", "/notes/\u00e9", "notes",
			"http://evil.example/notes" })
	void refusesWhatIsNot(String path) {
		assertThatExceptionOfType(RelayRefused.class).isThrownBy(() -> this.paths.check("GET", path))
			.extracting(RelayRefused::problem)
			.isEqualTo(RelayProblem.NOT_RELAYED);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /me", "OPTIONS, /notes/1", "TRACE, /notes/1", "get, /me", "CONNECT, /me" })
	void refusesOtherMethods(String method, String path) {
		assertThatExceptionOfType(RelayRefused.class).isThrownBy(() -> this.paths.check(method, path))
			.extracting(RelayRefused::problem)
			.isEqualTo(RelayProblem.METHOD);
	}

	@Test
	void relaysNothingWithoutAList() {
		RelayedPaths none = new RelayedPaths(new RelaySettings(List.of()));
		assertThatExceptionOfType(RelayRefused.class).isThrownBy(() -> none.check("GET", "/me"));
	}

}
