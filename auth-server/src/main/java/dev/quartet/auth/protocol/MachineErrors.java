package dev.quartet.auth.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes an OAuth error for a machine (RFC 6749 §5.2); never a page, never a redirect.
 */
final class MachineErrors {

	private MachineErrors() {
	}

	/** Both texts are ours, so nothing in them needs escaping. */
	static void write(HttpServletResponse response, int status, String error, String description) throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.getOutputStream()
			.write("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description)
				.getBytes(StandardCharsets.UTF_8));
	}

}
