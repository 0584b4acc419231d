package dev.quartet.app.relay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Decides which calls of a script reach the API. */
@Component
class RelayedPaths {

	/**
	 * What can be read in one way only: nothing encoded, no empty segment, none of dots.
	 */
	private static final Pattern PLAIN = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

	private final List<Rule> rules;

	RelayedPaths(RelaySettings settings) {
		this.rules = settings.paths().stream().map(Rule::of).toList();
	}

	/**
	 * Lets an allowed call pass.
	 * @param path the undecoded path at the API
	 * @throws RelayRefused when it is not on the list
	 */
	void check(String method, String path) {
		if (!PLAIN.matcher(path).matches()) {
			throw new RelayRefused(RelayProblem.NOT_RELAYED);
		}
		PathContainer parsed = PathContainer.parsePath(path);
		Set<String> allowed = new TreeSet<>();
		this.rules.stream()
			.filter((rule) -> rule.pattern().matches(parsed))
			.map(Rule::methods)
			.forEach(allowed::addAll);
		if (allowed.isEmpty()) {
			throw new RelayRefused(RelayProblem.NOT_RELAYED);
		}
		if (!allowed.contains(method)) {
			throw new RelayRefused(RelayProblem.METHOD, Map.of(HttpHeaders.ALLOW, String.join(", ", allowed)));
		}
	}

	/**
	 * Is one entry of the list.
	 *
	 * @param methods the methods that it allows
	 * @param pattern the paths
	 */
	private record Rule(Set<String> methods, PathPattern pattern) {

		static Rule of(String entry) {
			int space = entry.indexOf(' ');
			PathPattern pattern = PathPatternParser.defaultInstance.parse(entry.substring(space + 1));
			return new Rule((space < 0) ? METHODS : Set.of(entry.substring(0, space).split("\\|", -1)), pattern);
		}

	}

}
