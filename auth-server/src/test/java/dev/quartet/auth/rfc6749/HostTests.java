package dev.quartet.auth.rfc6749;

import java.net.URI;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says that no caller chooses the name that this server goes by (RFC 9112 §3.2). */
@QuartetServer
class HostTests {

	private static final String DISCOVERY = "/.well-known/openid-configuration";

	private final URI server;

	HostTests(@Autowired Flows flows) {
		this.server = flows.browser().address("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:1", "localhost:99999", "LOCALHOST" })
	void goesByItsOwnNameAtAnyPort(String host) {
		String answer = RawRequest.get(this.server.resolve(DISCOVERY), host);
		assertThat(answer).startsWith("HTTP/1.1 200")
			.contains("\"issuer\":\"http://localhost:9000\"")
			.doesNotContain("localhost:1/", ":99999");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:evil", "localhost@evil.example", "localhost.evil.example",
			"localhost, evil.example", "evil.example:9000", "localhost/evil.example", "" })
	void refusesAnyOtherName(String host) {
		assertThat(RawRequest.get(this.server.resolve(DISCOVERY), host)).startsWith("HTTP/1.1 400")
			.doesNotContain("\"issuer\"", "evil");
	}

	@Test
	void refusesTwoNames() {
		String ours = "Host: localhost:" + this.server.getPort();
		for (String[] hosts : new String[][] { { ours, "Host: evil.example" }, { "Host: evil.example", ours } }) {
			String answer = RawRequest.send(this.server, "GET " + DISCOVERY + " HTTP/1.1", hosts[0], hosts[1]);
			assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("\"issuer\"", "evil");
		}
	}

	@Test
	void refusesAnotherNameInTheRequestLine() {
		String line = "GET http://evil.example" + DISCOVERY + " HTTP/1.1";
		for (String host : new String[] { "localhost:" + this.server.getPort(), "evil.example" }) {
			assertThat(RawRequest.send(this.server, line, "Host: " + host)).startsWith("HTTP/1.1 400")
				.doesNotContain("\"issuer\"", "evil");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https",
			"X-Forwarded-Prefix: /evil", "X-Forwarded-Port: 666", "X-Original-URL: http://evil.example/",
			"X-Host: evil.example" })
	void takesNoNameFromACallerWhoIsNoProxy(String header) {
		String answer = RawRequest.send(this.server, "GET /oauth2/consent HTTP/1.1", "Host: localhost",
				"Accept: text/html", header);
		assertThat(answer).doesNotContain("evil", ":666", "https://");
		String discovery = RawRequest.send(this.server, "GET " + DISCOVERY + " HTTP/1.1", "Host: localhost", header);
		assertThat(discovery).contains("\"issuer\":\"http://localhost:9000\"").doesNotContain("evil", ":666");
	}

}
