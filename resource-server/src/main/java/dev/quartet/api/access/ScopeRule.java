package dev.quartet.api.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says what a token must permit, and who must have sent it, for a feature's requests;
 * every feature declares its rules as beans. Of several that fit, the one with the most
 * exact path counts. A path without a rule needs a token and nothing more.
 */
public final class ScopeRule implements RequestMatcher {

	static final Set<String> READING = Set.of("GET", "HEAD");

	/** Finds the rule that counts: of all that fit, the one with the most exact path. */
	public static final Comparator<ScopeRule> MOST_EXACT_FIRST = Comparator.comparing(ScopeRule::path,
			PathPattern.SPECIFICITY_COMPARATOR);

	private final boolean reading;

	private final PathPattern path;

	private final Terms terms;

	private ScopeRule(boolean reading, PathPattern path, Terms terms) {
		this.reading = reading;
		this.path = path;
		this.terms = terms;
	}

	/** Asks for all of {@code scopes} where requests only read. */
	public static ScopeRule reading(String pattern, String... scopes) {
		return new ScopeRule(true, parse(pattern), Terms.of(scopes));
	}

	/**
	 * Asks for all of {@code scopes} where requests may change something, whatever the
	 * method.
	 */
	public static ScopeRule writing(String pattern, String... scopes) {
		return new ScopeRule(false, parse(pattern), Terms.of(scopes));
	}

	/** Lets everybody read, without a token. */
	public static ScopeRule open(String pattern) {
		return new ScopeRule(true, parse(pattern), Terms.OPEN);
	}

	/** Asks for a person's token: a machine has nothing of its own there. */
	public ScopeRule forPeople() {
		return new ScopeRule(reading, path, terms.kind(Caller.Kind.PERSON));
	}

	/** Asks for a machine's own token: no person may do that. */
	public ScopeRule forMachines() {
		return new ScopeRule(reading, path, terms.kind(Caller.Kind.MACHINE));
	}

	/** Asks for a person who signed in not longer ago than that (RFC 9470). */
	public ScopeRule andFreshSignIn(Duration maxAge) {
		return new ScopeRule(reading, path, terms.kind(Caller.Kind.PERSON).maxAge(maxAge));
	}

	/** Asks for a person who signed in at one of these levels (RFC 9470). */
	public ScopeRule andAcr(String... levels) {
		return new ScopeRule(reading, path, terms.kind(Caller.Kind.PERSON).acr(List.of(levels)));
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return matches(request.getMethod(), pathOf(request));
	}

	/** Tells whether it is about an operation as a document names it. */
	public boolean covers(String method, String operation) {
		return matches(method, PathContainer.parsePath(operation));
	}

	boolean matches(String method, PathContainer requested) {
		return READING.contains(method) == reading && path.matches(requested);
	}

	static PathContainer pathOf(HttpServletRequest request) {
		RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
				? ServletRequestPathUtils.getParsedRequestPath(request) : ServletRequestPathUtils.parse(request);
		// What the servlet itself is mapped to is no part of a handler's path.
		return path.pathWithinApplication();
	}

	/** Answers which scopes a token needs, all of them. */
	public List<String> scopes() {
		return terms.scopes();
	}

	/** Answers whether only people or only machines may do that. */
	public Optional<Caller.Kind> onlyFor() {
		return Optional.ofNullable(terms.kind());
	}

	/** Answers how long ago the sign-in may be. */
	public Optional<Duration> maxAge() {
		return Optional.ofNullable(terms.maxAge());
	}

	/** Answers which levels of sign-in will do; none when any will. */
	public List<String> acrValues() {
		return terms.acr();
	}

	public boolean isOpen() {
		return terms.open();
	}

	PathPattern path() {
		return path;
	}

	Terms terms() {
		return terms;
	}

	@Override
	public String toString() {
		return (reading ? "reading " : "writing ") + path.getPatternString();
	}

	private static PathPattern parse(String pattern) {
		return PathPatternParser.defaultInstance.parse(pattern);
	}

}
