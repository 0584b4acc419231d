package dev.quartet.api.observed;

import java.io.IOException;

import dev.quartet.api.access.Refusals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

/** Counts refusals by reason and route, both of which are words of ours. */
final class RefusalCounts implements Filter {

	private final Routes routes;

	private final Counter.Builder refusals = Counter.builder("quartet.api.refusals")
		.description("Requests that were refused before a handler saw them");

	private final MeterRegistry meters;

	RefusalCounts(Routes routes, MeterRegistry meters) {
		this.routes = routes;
		this.meters = meters;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, response);
		HttpServletRequest http = (HttpServletRequest) request;
		Refusals.reasonOf(http).ifPresent((reason) -> count(reason, routes.of(http)));
	}

	private void count(String reason, String route) {
		refusals.withRegistry(meters).withTags("reason", reason, "route", route).increment();
	}

}
