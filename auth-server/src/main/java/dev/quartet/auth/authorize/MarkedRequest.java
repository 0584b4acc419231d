package dev.quartet.auth.authorize;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Is the same request with a mark on it. */
class MarkedRequest extends HttpServletRequestWrapper {

	private final String mark;

	MarkedRequest(HttpServletRequest request, String mark) {
		super(request);
		this.mark = mark;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
		parameters.put(InteractionMarks.PARAMETER, new String[] { this.mark });
		return parameters;
	}

}
