package dev.quartet.api.access;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.firewall.FirewalledRequest;

/**
 * Tells handlers by the servlet interface who calls, once that is known. It is what the
 * firewall makes of a plain request: each wrapper around a request has its price.
 */
final class CallersRequest extends FirewalledRequest {

	CallersRequest(HttpServletRequest request) {
		super(request);
	}

	@Override
	public @Nullable Principal getUserPrincipal() {
		return CallerAuthentication.of(this);
	}

	@Override
	public @Nullable String getRemoteUser() {
		CallerAuthentication caller = CallerAuthentication.of(this);
		return caller != null ? caller.getName() : null;
	}

	@Override
	public boolean isUserInRole(String role) {
		CallerAuthentication caller = CallerAuthentication.of(this);
		return caller != null && caller.getPrincipal().scopes().contains(role);
	}

	@Override
	public void reset() {
		// Nothing was changed.
	}

}
