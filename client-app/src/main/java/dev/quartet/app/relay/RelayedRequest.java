package dev.quartet.app.relay;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Is what of a script's call goes on to the API.
 *
 * @param method its method
 * @param target the address at the API
 * @param headers what of its headers the API gets to see
 * @param body its JSON; empty if there is none
 */
record RelayedRequest(HttpMethod method, URI target, HttpHeaders headers, ByteArrayResource body) {

	static final String ROOT = "/api";

	/**
	 * Whatever else a browser sends is about the browser, or was put there by a script.
	 */
	private static final List<String> PASSED = List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE,
			HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

	private static final int LARGEST_BODY = 256 * 1024;

	private static final int LONGEST_QUERY = 2_000;

	private static final MediaType ANY_JSON = new MediaType("application", "*+json");

	/**
	 * Reads a call.
	 * @throws RelayRefused when it is not one that may be made
	 */
	static RelayedRequest of(HttpServletRequest request, RelayedPaths paths, String api) throws IOException {
		// As it was sent: what somebody decodes later may mean something else there.
		String path = request.getRequestURI();
		if (!path.startsWith(ROOT + "/")) {
			throw new RelayRefused(RelayProblem.NOT_RELAYED);
		}
		String method = request.getMethod();
		paths.check(method, path.substring(ROOT.length()));
		URI target = target(api + path.substring(ROOT.length()), request.getQueryString());
		byte[] body = ("GET".equals(method) || "HEAD".equals(method)) ? new byte[0] : body(request);
		return new RelayedRequest(HttpMethod.valueOf(method), target, headers(request, body.length > 0),
				new ByteArrayResource(body));
	}

	private static URI target(String address, @Nullable String query) {
		if (query != null && query.length() > LONGEST_QUERY) {
			throw new RelayRefused(RelayProblem.TOO_LARGE);
		}
		try {
			return new URI((query != null) ? address + "?" + query : address);
		}
		catch (URISyntaxException ex) {
			throw new RelayRefused(RelayProblem.UNREADABLE);
		}
	}

	private static byte[] body(HttpServletRequest request) throws IOException {
		if (request.getContentLengthLong() > LARGEST_BODY) {
			throw new RelayRefused(RelayProblem.TOO_LARGE);
		}
		byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
		if (body.length > LARGEST_BODY) {
			throw new RelayRefused(RelayProblem.TOO_LARGE);
		}
		// No form of another site can send that by itself.
		if ((body.length > 0 || request.getContentType() != null) && !isJson(request.getContentType())) {
			throw new RelayRefused(RelayProblem.NOT_JSON);
		}
		return body;
	}

	private static boolean isJson(@Nullable String contentType) {
		try {
			return contentType != null && (MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType))
					|| ANY_JSON.includes(MediaType.parseMediaType(contentType)));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static HttpHeaders headers(HttpServletRequest request, boolean hasBody) {
		HttpHeaders headers = new HttpHeaders();
		for (String name : PASSED) {
			List<String> values = Collections.list(request.getHeaders(name));
			if (!values.isEmpty() && (hasBody || !HttpHeaders.CONTENT_TYPE.equals(name))) {
				headers.set(name, String.join(", ", values));
			}
		}
		return headers;
	}

	@Override
	public String toString() {
		return this.method + " " + this.target.getPath();
	}

}
