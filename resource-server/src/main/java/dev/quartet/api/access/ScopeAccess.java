package dev.quartet.api.access;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AllAuthoritiesAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides whether a token has the scope of a rule, and notes that it was used. */
final class ScopeAccess implements AuthorizationManager<RequestAuthorizationContext> {

	private final ScopeRule rule;

	private final AuthorizationManager<RequestAuthorizationContext> authority;

	private final UsedScopes used;

	ScopeAccess(ScopeRule rule, UsedScopes used) {
		this.rule = rule;
		this.authority = AllAuthoritiesAuthorizationManager.hasAllAuthorities(rule.authorities());
		this.used = used;
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> caller,
			RequestAuthorizationContext request) {
		AuthorizationResult result = authority.authorize(caller, request);
		if (result != null && result.isGranted() && caller.get() instanceof JwtAuthenticationToken token) {
			rule.scopes().forEach((scope) -> used.note(token.getToken(), scope));
		}
		return result;
	}

}
