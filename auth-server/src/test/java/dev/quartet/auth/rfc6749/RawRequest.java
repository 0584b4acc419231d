package dev.quartet.auth.rfc6749;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class RawRequest {

	private RawRequest() {
	}

	static String get(URI address, String host) {
		return send(address, "GET %s HTTP/1.1".formatted(address.getPath()), "Host: " + host);
	}

	static String send(URI server, String... lines) {
		String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
		try (Socket socket = new Socket(server.getHost(), server.getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
