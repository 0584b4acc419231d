package dev.quartet.auth.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the policy that every answer carries. */
class SecurityHeadersTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void keepsFormsHere() {
		assertThat(policy()).endsWith("; form-action 'self'")
			.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("script", "unsafe");
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example/callback?x=1, https://app.example",
			"http://127.0.0.1:51234/callback, http://127.0.0.1:*", "http://[::1]:51234/callback, http:",
			"com.example.app:/callback, com.example.app:" })
	void letsFormsEndAtTheClient(String redirectUri, String source) {
		SecurityHeaders.allowFormsTo(this.request, redirectUri);
		assertThat(policy()).endsWith("; form-action 'self' " + source);
	}

	@ParameterizedTest
	@CsvSource({ "true, id.example, true", "true, localhost, false", "false, id.example, false" })
	void bindsBrowsersToHttpsButNeverOnLocalhost(boolean secure, String host, boolean bound) {
		this.request.setSecure(secure);
		this.request.setServerName(host);
		assertThat(SecurityHeaders.staysOnHttps(this.request)).isEqualTo(bound);
	}

	@Test
	void letsFormsEndAnywhere() {
		SecurityHeaders.allowFormsAnywhere(this.request);
		assertThat(policy()).doesNotContain("form-action");
	}

	@Test
	void leavesAStricterHeaderAlone() {
		this.response.setHeader("Referrer-Policy", "same-origin");
		SecurityHeaders.write(this.request, this.response);
		assertThat(this.response.getHeaders("Referrer-Policy")).containsExactly("same-origin");
	}

	private String policy() {
		SecurityHeaders.write(this.request, this.response);
		return String.valueOf(this.response.getHeader("Content-Security-Policy"));
	}

}
