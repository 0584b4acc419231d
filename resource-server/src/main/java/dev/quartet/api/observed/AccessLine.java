package dev.quartet.api.observed;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.api.access.Caller;
import dev.quartet.api.access.Refusals;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Says about one request what an operator may know: never a path, a query, a header or
 * who the person is.
 *
 * @param values in the order in which they are written
 */
record AccessLine(Map<String, Object> values) {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	static AccessLine of(HttpServletRequest request, String route, Outcome outcome) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "other");
		values.put("route", route);
		values.put("status", outcome.status());
		values.put("micros", outcome.micros());
		values.put("bytes", outcome.bytes());
		values.put("client", Labels.client(request));
		values.put("kind",
				Caller.of(request).map((caller) -> caller.kind().name().toLowerCase(Locale.ROOT)).orElse(Labels.NONE));
		values.put("reason", Refusals.reasonOf(request).orElse(Labels.NONE));
		Object id = request.getAttribute(RequestIds.NAME);
		values.put(RequestIds.NAME, (id != null) ? id : Labels.NONE);
		return new AccessLine(values);
	}

	String text() {
		return values.entrySet()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Is what became of a request.
	 *
	 * @param micros how long it took, in microseconds
	 * @param bytes of the body that went out
	 */
	record Outcome(int status, long micros, long bytes) {
	}

}
