package dev.quartet.api.access;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says which scopes a feature's requests need; every feature with scopes declares its
 * rules as beans.
 */
public final class ScopeRule implements RequestMatcher {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final boolean reading;

	private final PathPattern path;

	private final RequestMatcher requests;

	private final List<String> scopes;

	private ScopeRule(boolean reading, String pattern, String... scopes) {
		this.reading = reading;
		this.path = PathPatternParser.defaultInstance.parse(pattern);
		this.requests = PathPatternRequestMatcher.withDefaults().matcher(pattern);
		this.scopes = List.of(scopes);
	}

	/** Asks for all of {@code scopes} where requests only read. */
	public static ScopeRule reading(String pattern, String... scopes) {
		return new ScopeRule(true, pattern, scopes);
	}

	/**
	 * Asks for all of {@code scopes} where requests may change something, whatever the
	 * method.
	 */
	public static ScopeRule writing(String pattern, String... scopes) {
		return new ScopeRule(false, pattern, scopes);
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return reads(request.getMethod()) && requests.matches(request);
	}

	/** Tells whether it is about an operation as a document names it. */
	public boolean covers(String method, String operation) {
		return reads(method) && path.matches(PathContainer.parsePath(operation));
	}

	private boolean reads(String method) {
		return reading == READING.contains(HttpMethod.valueOf(method));
	}

	public List<String> scopes() {
		return scopes;
	}

	String scope() {
		return String.join(" ", scopes);
	}

	List<String> authorities() {
		return scopes.stream().map("SCOPE_"::concat).toList();
	}

}
