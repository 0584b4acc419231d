package dev.quartet.api.rfc9449;

import dev.quartet.api.TestProof;
import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9449 §4.3: that {@code htu} is where the request went, also behind a proxy. */
class ProofAddressTests {

	private final CheckedApi api = CheckedApi.start();

	@ParameterizedTest
	@CsvSource({ "/notes, https://api.example/notes", "/notes, HTTPS://API.Example:443/notes",
			"/notes, https://api.example/notes?page=2", "/notes, https://api.example/notes#top",
			"/notes, http://inside:8090/v1/notes", "/, https://api.example/", "/, https://api.example",
			"/, https://api.example?x=1", "/a%2Fb, https://api.example/a%2Fb", "/%C3%A4, https://api.example/%C3%A4",
			"/notes/, https://api.example/notes/" })
	void acceptsTheAddressInItsSpellings(String path, String htu) {
		assertThat(api.proofs()
			.check(request(path, htu), Scheme.DPOP, CheckedApi.TOKEN, CheckedApi.BOUND, CheckedApi.SUBJECT)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.example/notes", "https://api.example:8443/notes", "https://evil.example/notes",
			"https://api.example.evil.example/notes", "https://api.example@evil.example/notes",
			"https://alice@api.example/notes", "https://api.example/notes/", "https://api.example/Notes",
			"https://api.example//notes", "https://api.example/x/../notes", "https://api.example/note%73",
			"https://api.example/", "https://api.example", "/notes", "//api.example/notes", "notes", "", " ",
			"https:/notes", "https:notes", "https:///notes", "ftp://api.example/notes", "https://api.example:x/notes",
			" https://api.example/notes", "https://api.example/notes ", "https://api.example/no tes",
			"https://api.example/notes%", "https://[::1/notes", "http://inside:8090/notes", "http://inside/v1/notes",
			"javascript:alert(1)", "https://api.example\\@evil.example/notes" })
	void refusesAnotherAddress(String htu) {
		refuses(request("/notes", htu));
	}

	@ParameterizedTest
	@CsvSource({ "/a%2Fb, https://api.example/a/b", "/a/b, https://api.example/a%2Fb",
			"/a%2fb, https://api.example/a%2Fb", "/notes;x=1, https://api.example/notes" })
	void comparesEscapesAsTheyWereSent(String path, String htu) {
		refuses(request(path, htu));
	}

	@Test
	void believesNoHeaderAboutItsOwnAddress() {
		MockHttpServletRequest request = request("/notes", "https://evil.example/notes");
		request.addHeader("Host", "evil.example");
		request.addHeader("X-Forwarded-Prefix", "/evil");
		request.addHeader("X-Original-URL", "/notes");
		request.setScheme("https");
		request.setServerPort(443);
		refuses(request);
		request.addHeader("X-Forwarded-Proto", "https");
		refuses(CheckedApi.forwarded(request));
	}

	@Test
	void acceptsItsAddressWhateverTheProxySays() {
		MockHttpServletRequest request = request("/notes", "https://api.example/notes");
		request.addHeader("X-Forwarded-Prefix", "/other");
		HttpServletRequest forwarded = CheckedApi.forwarded(request);
		assertThat(forwarded.getRequestURI()).isEqualTo("/other/notes");
		assertThat(api.proofs().check(forwarded, Scheme.DPOP, CheckedApi.TOKEN, CheckedApi.BOUND, CheckedApi.SUBJECT))
			.isEmpty();
	}

	@Test
	void beginsBehindTheContextPath() {
		MockHttpServletRequest request = request("/app/notes", "https://api.example/notes");
		request.setContextPath("/app");
		assertThat(api.proofs().check(request, Scheme.DPOP, CheckedApi.TOKEN, CheckedApi.BOUND, CheckedApi.SUBJECT))
			.isEmpty();
	}

	private MockHttpServletRequest request(String path, String htu) {
		TestProof proof = api.proof().with("htu", htu);
		return CheckedApi.requestTo(path, proof.mint());
	}

	private void refuses(HttpServletRequest request) {
		ProofRefused refused = api.refusal(request, Scheme.DPOP, CheckedApi.BOUND);
		assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
		assertThat(refused.description()).isEqualTo("htu is not the address of this request");
	}

}
