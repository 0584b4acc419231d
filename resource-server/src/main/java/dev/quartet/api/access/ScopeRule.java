package dev.quartet.api.access;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Says which scope a feature's requests need; every feature with scopes declares its
 * rules as beans.
 */
public final class ScopeRule implements RequestMatcher {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final boolean reading;

	private final RequestMatcher path;

	private final String scope;

	private ScopeRule(boolean reading, String pattern, String scope) {
		this.reading = reading;
		this.path = PathPatternRequestMatcher.withDefaults().matcher(pattern);
		this.scope = scope;
	}

	/** Asks for {@code scope} where requests only read. */
	public static ScopeRule reading(String pattern, String scope) {
		return new ScopeRule(true, pattern, scope);
	}

	/**
	 * Asks for {@code scope} where requests may change something, whatever the method.
	 */
	public static ScopeRule writing(String pattern, String scope) {
		return new ScopeRule(false, pattern, scope);
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		boolean reads = READING.contains(HttpMethod.valueOf(request.getMethod()));
		return reads == reading && path.matches(request);
	}

	String scope() {
		return scope;
	}

	String authority() {
		return "SCOPE_" + scope;
	}

}
