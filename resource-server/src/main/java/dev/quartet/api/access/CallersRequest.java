package dev.quartet.api.access;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Tells handlers by the servlet interface who calls. */
final class CallersRequest extends HttpServletRequestWrapper {

	private final CallerAuthentication authentication;

	CallersRequest(HttpServletRequest request, CallerAuthentication authentication) {
		super(request);
		this.authentication = authentication;
	}

	@Override
	public Principal getUserPrincipal() {
		return authentication;
	}

	@Override
	public String getRemoteUser() {
		return authentication.getName();
	}

	@Override
	public boolean isUserInRole(String role) {
		return authentication.getPrincipal().scopes().contains(role);
	}

}
