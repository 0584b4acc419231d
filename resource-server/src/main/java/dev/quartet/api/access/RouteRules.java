package dev.quartet.api.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.util.Assert;

/** Finds the rule that counts for a request: the one with the most exact path. */
final class RouteRules {

	private final List<ScopeRule> rules;

	RouteRules(Stream<ScopeRule> declared) {
		List<ScopeRule> all = new ArrayList<>(declared.toList());
		all.add(ScopeRule.open("/actuator/health/**"));
		refuseContradictions(all);
		all.sort(ScopeRule.MOST_EXACT_FIRST);
		this.rules = List.copyOf(all);
	}

	Terms of(HttpServletRequest request) {
		PathContainer path = ScopeRule.pathOf(request);
		for (ScopeRule rule : rules) {
			if (rule.matches(request.getMethod(), path)) {
				return rule.terms();
			}
		}
		return Terms.ANY_TOKEN;
	}

	// Which of two counts would be an accident.
	private static void refuseContradictions(List<ScopeRule> rules) {
		Set<String> seen = new HashSet<>();
		for (ScopeRule rule : rules) {
			Assert.state(seen.add(rule.toString()), () -> "There are two rules for " + rule);
		}
	}

	List<String> scopes() {
		return rules.stream().flatMap((rule) -> rule.scopes().stream()).distinct().toList();
	}

}
