package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Gives the parameters that the browser sent, with our mark on them, whatever the client
 * has signed in one of them: they are what leads back to the same request.
 */
public final class SentParameters {

	private static final String KEPT = SentParameters.class.getName();

	private SentParameters() {
	}

	@SuppressWarnings("unchecked")
	public static Map<String, List<String>> of(HttpServletRequest request) {
		return (request.getAttribute(KEPT) instanceof Map<?, ?> kept) ? (Map<String, List<String>>) kept
				: read(request);
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
