package dev.quartet.auth.sessions;

import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signs out whoever may not be signed in any more, at the first request that asks who she
 * is. A request that does not ask costs nothing.
 */
@Component
public class SessionChecks {

	private final SessionRules rules;

	private final ApplicationEventPublisher events;

	SessionChecks(SessionRules rules, ApplicationEventPublisher events) {
		this.rules = rules;
		this.events = events;
	}

	/**
	 * Puts the check between the session and everybody who reads it. Not as a Customizer:
	 * Spring Security would add such a bean to each chain by itself.
	 */
	public void guard(HttpSecurity http) {
		http.addFilterAfter(filter(), SecurityContextHolderFilter.class);
	}

	private Filter filter() {
		return (request, response, chain) -> {
			Supplier<SecurityContext> stored = SecurityContextHolder.getDeferredContext();
			SecurityContextHolder
				.setDeferredContext(SingletonSupplier.of(() -> checked(stored.get(), (HttpServletRequest) request)));
			chain.doFilter(request, response);
		};
	}

	private SecurityContext checked(SecurityContext stored, HttpServletRequest request) {
		Authentication person = stored.getAuthentication();
		if (person == null || this.rules.allow(person)) {
			return stored;
		}
		this.events.publishEvent(new LogoutSuccessEvent(person));
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		return SecurityContextHolder.createEmptyContext();
	}

}
