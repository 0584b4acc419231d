package dev.quartet.app.relay;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Is what of the API's answer the script gets to see.
 *
 * @param status its status
 * @param headers what of its headers
 * @param body its body
 */
record RelayedAnswer(int status, HttpHeaders headers, ByteArrayResource body) {

	/**
	 * Never {@code Set-Cookie}, and no challenge: it is not the browser that is asked.
	 */
	private static final Set<String> PASSED = Set.of("content-type", "etag", "retry-after");

	private static final String RATE_LIMIT = "ratelimit";

	/** What is one person's must not come to lie in a shared cache. */
	private static final Pattern UNSHARED = Pattern.compile("(?i).*\\b(private|no-store|no-cache)\\b.*");

	private static final int LARGEST_BODY = 4 * 1024 * 1024;

	private static final int SERVER_ERROR = 500;

	/**
	 * Reads an answer.
	 * @throws RelayRefused when the API has failed
	 */
	static RelayedAnswer of(ClientHttpResponse response, RelayedAddresses addresses) throws IOException {
		int status = response.getStatusCode().value();
		HttpHeaders headers = passed(response.getHeaders(), addresses);
		byte[] body = response.getBody().readNBytes(LARGEST_BODY + 1);
		if (status >= SERVER_ERROR || body.length > LARGEST_BODY) {
			String retryAfter = headers.getFirst(HttpHeaders.RETRY_AFTER);
			throw new RelayRefused(RelayProblem.UNAVAILABLE,
					(retryAfter != null) ? Map.of(HttpHeaders.RETRY_AFTER, retryAfter) : Map.of());
		}
		return new RelayedAnswer(status, headers, new ByteArrayResource(body));
	}

	private static HttpHeaders passed(HttpHeaders answered, RelayedAddresses addresses) {
		HttpHeaders headers = new HttpHeaders();
		answered.forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (PASSED.contains(lower) || lower.startsWith(RATE_LIMIT)) {
				headers.addAll(name, values);
			}
		});
		answered.getOrEmpty(HttpHeaders.CACHE_CONTROL)
			.stream()
			.filter((value) -> UNSHARED.matcher(value).matches())
			.forEach((value) -> headers.add(HttpHeaders.CACHE_CONTROL, value));
		answered.getOrEmpty(HttpHeaders.LOCATION)
			.stream()
			.flatMap((value) -> addresses.here(value).stream())
			.forEach((value) -> headers.set(HttpHeaders.LOCATION, value));
		answered.getOrEmpty(HttpHeaders.LINK)
			.stream()
			.flatMap((value) -> addresses.links(value).stream())
			.forEach((value) -> headers.add(HttpHeaders.LINK, value));
		return headers;
	}

	void writeTo(HttpServletResponse response) throws IOException {
		response.setStatus(this.status);
		this.headers.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.addHeader(HttpHeaders.VARY, "Cookie");
		if (this.body.contentLength() > 0) {
			response.setContentLengthLong(this.body.contentLength());
			response.getOutputStream().write(this.body.getByteArray());
		}
	}

	@Override
	public String toString() {
		return "RelayedAnswer[" + this.status + ", " + List.copyOf(this.headers.headerNames()) + "]";
	}

}
