package dev.quartet.api.web;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a proxy could see one request and we another, there is one answer at most. */
@ApiTest
class SmuggledRequestTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String SECOND = "GET /actuator/health HTTP/1.1\r\n" + HOST + "\r\n";

	private final ApiClient api;

	SmuggledRequestTests(ApiClient api) {
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 5\r\nTransfer-Encoding: chunked",
			"Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: 5\r\nContent-Length: 6",
			"Content-Length: 5, 6", "Content-Length: +5", "Content-Length: 0x5", "Content-Length: 5 5",
			"Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
			"Transfer-Encoding: chunked\r\nTransfer-Encoding: xchunked", "Transfer-Encoding : chunked",
			"Transfer-Encoding: \u000bchunked", " Transfer-Encoding: chunked" })
	void answersOnceWhenTheLengthOfABodyHasTwoReadings(String headers) {
		String answer = api.raw("POST /notes HTTP/1.1\r\n" + HOST + headers + "\r\n\r\n0\r\n\r\n" + SECOND);
		assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("UP");
		assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /me HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
			"GET http://evil.example/me HTTP/1.1\r\nHost: localhost\r\n\r\n",
			"GET /me HTTP/1.1\r\nHost: localhost:evil\r\n\r\n",
			"GET /me HTTP/1.1\r\nHost: localhost/evil.example\r\n\r\n" })
	void refusesTwoHosts(String request) {
		assertThat(api.raw(request)).startsWith("HTTP/1.1 400").doesNotContain("evil");
	}

}
