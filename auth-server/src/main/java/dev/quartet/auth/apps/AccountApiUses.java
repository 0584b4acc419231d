package dev.quartet.auth.apps;

import java.util.Set;

import dev.quartet.auth.authorizations.TokenClaimNames;
import dev.quartet.auth.resources.AccountScopes;
import dev.quartet.auth.uses.RecentUses;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.stereotype.Component;

/** Notes what applications did at the account API, for the person to see it. */
@Component
class AccountApiUses {

	private final RecentUses uses;

	private final AuthorizationServerSettings settings;

	private final ApplicationEventPublisher events;

	AccountApiUses(RecentUses uses, AuthorizationServerSettings settings, ApplicationEventPublisher events) {
		this.uses = uses;
		this.settings = settings;
		this.events = events;
	}

	/** No bean, or it would look at every request. */
	Filter filter() {
		return (request, response, chain) -> {
			chain.doFilter(request, response);
			if (((HttpServletResponse) response).getStatus() < HttpServletResponse.SC_BAD_REQUEST
					&& SecurityContextHolder.getContext()
						.getAuthentication() instanceof BearerTokenAuthentication person) {
				note((HttpServletRequest) request, person);
			}
		};
	}

	private void note(HttpServletRequest request, BearerTokenAuthentication person) {
		boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		String scope = reads ? AccountScopes.READ_APPS : AccountScopes.CHANGE_APPS;
		this.uses.used(String.valueOf(person.getTokenAttributes().get(TokenClaimNames.GRANT_ID)), Set.of(scope),
				this.settings.getIssuer() + AccountScopes.PATH);
		if (!reads) {
			this.events.publishEvent(new AppsChangedByApp(person.getName(),
					String.valueOf(person.getTokenAttributes().get(TokenClaimNames.CLIENT_ID)), request.getMethod()));
		}
	}

}
