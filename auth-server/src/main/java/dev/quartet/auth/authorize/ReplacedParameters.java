package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Is the same request with other parameters. */
class ReplacedParameters extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters;

	ReplacedParameters(HttpServletRequest request, Map<String, List<String>> parameters) {
		super(request);
		Map<String, String[]> replaced = new LinkedHashMap<>();
		parameters.forEach((name, values) -> replaced.put(name, values.toArray(String[]::new)));
		this.parameters = Collections.unmodifiableMap(replaced);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.parameters;
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = this.parameters.get(name);
		return (values != null && values.length > 0) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.parameters.get(name);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

	// The framework takes from a query what the query names, and from a form only what
	// it does not: else a name in the address would hide what the client signed.
	@Override
	public @Nullable String getQueryString() {
		if (!"GET".equals(getMethod())) {
			return null;
		}
		QueryString query = new QueryString();
		this.parameters.forEach((name, values) -> Arrays.stream(values).forEach((value) -> query.add(name, value)));
		return query.toString();
	}

}
