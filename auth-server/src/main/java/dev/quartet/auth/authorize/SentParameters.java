package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Gives the parameters that the browser sent, with our mark on them, whatever the client
 * has signed in one of them: they are what leads back to the same request.
 */
public final class SentParameters {

	/** Of these a posted authorization request has one, and the answer to a page none. */
	private static final Set<String> REQUESTS = Set.of("response_type", "request", "request_uri");

	private static final String KEPT = SentParameters.class.getName();

	private SentParameters() {
	}

	@SuppressWarnings("unchecked")
	public static Map<String, List<String>> of(HttpServletRequest request) {
		return (request.getAttribute(KEPT) instanceof Map<?, ?> kept) ? (Map<String, List<String>>) kept
				: read(request);
	}

	/** Whether it answers a consent page: what asks for something is a request. */
	public static boolean isConsentAnswer(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && REQUESTS.stream().noneMatch(of(request)::containsKey);
	}

	/** What comes without a value does not come (RFC 6749 §3.1). */
	static Optional<String> first(Map<String, List<String>> parameters, String name) {
		return parameters.getOrDefault(name, List.of()).stream().findFirst().filter((value) -> !value.isEmpty());
	}

	/** Before others see what was signed in place of what was sent. */
	static void keep(HttpServletRequest request) {
		request.setAttribute(KEPT, read(request));
	}

	static void mark(HttpServletRequest request, String mark) {
		Map<String, List<String>> marked = new LinkedHashMap<>(of(request));
		marked.put(InteractionMarks.PARAMETER, List.of(mark));
		request.setAttribute(KEPT, marked);
	}

	private static Map<String, List<String>> read(HttpServletRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
		return parameters;
	}

}
