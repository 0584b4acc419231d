package dev.quartet.api.access;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/** Lets through whoever fulfils the rule of a route: every route that is not open. */
final class RouteGuard implements Filter {

	private final RouteRules rules;

	private final Challenges challenges;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RouteGuard(RouteRules rules, Challenges challenges, ApplicationEventPublisher events, Clock clock) {
		this.rules = rules;
		this.challenges = challenges;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		Terms terms = rules.of(http);
		if (terms.open() || http.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(request, response);
			return;
		}
		@Nullable Caller caller = Caller.of(http).orElse(null);
		Optional<Refusal> refusal = caller == null ? Optional.of(Refusal.noToken(terms.scopes()))
				: terms.refusalFor(caller, clock);
		if (refusal.isPresent() || caller == null) {
			challenges.answerCaller(http, (HttpServletResponse) response, refusal.orElseThrow());
			return;
		}
		if (!terms.scopes().isEmpty() && http.getDispatcherType() == DispatcherType.REQUEST) {
			events.publishEvent(new ScopesUsed(caller, terms.scopes()));
		}
		chain.doFilter(request, response);
	}

}
