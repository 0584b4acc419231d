package dev.quartet.app.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes request lines that no decent client writes, with the cookie of a session. */
@RunningApp
class RawCallsWebTests {

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void signIn() {
		World.reset();
		this.browser.open("/oauth2/authorization/quartet");
		World.API.called = "";
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/notes/../admin", "/api/../api/admin", "/api/notes/%2e%2e/admin",
			"/api/notes%2f..%2fadmin", "/api/notes/%252e%252e/admin", "/api//evil.example/notes",
			"//evil.example/api/notes", "/api/notes;a=b", "/api;a=b/notes", "/api/notes/1;/../../admin", "/%61pi/notes",
			"/api/%6eotes", "/api\\notes", "/api/notes/..\\admin", "/API/notes", "/api/notes/",
			"/api/http://evil.example/", "/api@evil.example/notes", "/api/notes%00", "/api/notes/1%0d%0aX-Injected:1",
			"/api.evil.example/notes" })
	void reachesNothingOfTheApiByAnotherSpelling(String target) throws IOException {
		assertThat(status("GET " + target + " HTTP/1.1")).isBetween(400, 404);
		assertThat(World.API.called).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET http://evil.example/api/protected HTTP/1.1, evil.example",
			"GET /api/protected HTTP/1.1, evil.example", "GET /api/protected HTTP/1.1, localhost:1" })
	void callsTheApiWhateverHostIsNamed(String line, String host) throws IOException {
		assertThat(status(line, "Host: " + host, "X-Forwarded-Host: evil.example")).isEqualTo(200);
		assertThat(World.API.called).isEqualTo("GET /protected");
		assertThat(World.API.received).containsEntry("Host", URI.create(World.API.url()).getAuthority());
	}

	private int status(String line) throws IOException {
		return status(line, "Host: localhost");
	}

	private int status(String line, String... headers) throws IOException {
		String cookie = this.browser.cookies()
			.stream()
			.map((one) -> one.getName() + "=" + one.getValue())
			.collect(Collectors.joining("; "));
		String request = line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\nCookie: " + cookie
				+ "\r\n\r\n";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(World.APP).getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
			return Integer.parseInt(answer.split(" ", 3)[1]);
		}
	}

}
