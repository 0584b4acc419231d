package dev.quartet.api.observed;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Names the route of a request as our code does, also when no handler was reached. The
 * path itself may hold what is no business of a log: a secret, or whatever a caller made
 * up.
 */
@Component
class Routes {

	private static final String OTHER = "other";

	private final SingletonSupplier<List<PathPattern>> patterns;

	Routes(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		this.patterns = SingletonSupplier.of(() -> mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
			.map(RequestMappingInfo::getPathPatternsCondition)
			.flatMap((condition) -> (condition != null) ? condition.getPatterns().stream() : null)
			.sorted(Comparator.naturalOrder())
			.toList());
	}

	String of(HttpServletRequest request) {
		Object handled = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (handled instanceof String pattern) {
			return pattern;
		}
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		for (PathPattern pattern : patterns.obtain()) {
			if (pattern.matches(path)) {
				return pattern.getPatternString();
			}
		}
		return OTHER;
	}

}
