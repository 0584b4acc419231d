package dev.quartet.auth.authorize;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends a person to the login page whose sign-in is not the one that a client wants. */
class SignInFilter extends OncePerRequestFilter {

	private final SignInChecks checks;

	private final AuthenticationEntryPoint login;

	private final AuthenticationFailureHandler refusals;

	SignInFilter(SignInChecks checks, AuthenticationEntryPoint login, AuthenticationFailureHandler refusals) {
		this.checks = checks;
		this.login = login;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> mark;
		try {
			mark = this.checks.missing(request);
		}
		catch (OAuth2AuthenticationException refusal) {
			this.refusals.onAuthenticationFailure(request, response, refusal);
			return;
		}
		if (mark.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		SentParameters.mark(request, mark.get());
		this.login.commence(request, response,
				new InsufficientAuthenticationException("The client wants another sign-in"));
	}

}
