package dev.quartet.api.access;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Says which scopes a feature's requests need; every feature with scopes declares its
 * rules as beans.
 */
public final class ScopeRule implements RequestMatcher {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final boolean reading;

	private final RequestMatcher path;

	private final List<String> scopes;

	private ScopeRule(boolean reading, String pattern, String... scopes) {
		this.reading = reading;
		this.path = PathPatternRequestMatcher.withDefaults().matcher(pattern);
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
		boolean reads = READING.contains(HttpMethod.valueOf(request.getMethod()));
		return reads == reading && path.matches(request);
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
