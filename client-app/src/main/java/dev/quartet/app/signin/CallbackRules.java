package dev.quartet.app.signin;

import java.io.IOException;
import java.util.Arrays;

import dev.quartet.app.provider.Provider;
import dev.quartet.app.provider.ProviderSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an answer that our authorization server cannot have sent. */
class CallbackRules extends OncePerRequestFilter {

	static final String INCOMPLETE = "callback_incomplete";

	static final String OTHER_ISSUER = "callback_of_other_issuer";

	private static final String[] SINGLE = { "code", "state", "iss", "error" };

	private static final RequestMatcher CALLBACK = PathPatternRequestMatcher.withDefaults()
		.matcher("/login/oauth2/code/*");

	private final Provider provider;

	private final ProviderSettings settings;

	private final SessionPendingLogins pending;

	private final AuthenticationFailureHandler failures;

	CallbackRules(Provider provider, ProviderSettings settings, SessionPendingLogins pending,
			AuthenticationFailureHandler failures) {
		this.provider = provider;
		this.settings = settings;
		this.pending = pending;
		this.failures = failures;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !CALLBACK.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			check(request);
		}
		catch (AuthenticationException ex) {
			this.pending.removeAuthorizationRequest(request, response);
			this.failures.onAuthenticationFailure(request, response, ex);
			return;
		}
		chain.doFilter(request, response);
	}

	private void check(HttpServletRequest request) {
		boolean answers = request.getParameter("code") != null || request.getParameter("error") != null;
		if (!answers || request.getParameter("state") == null || repeats(request)) {
			throw refusal(INCOMPLETE);
		}
		if (!isOurs(request)) {
			throw refusal(OTHER_ISSUER);
		}
	}

	/** Parameters must not be included more than once (RFC 6749 §3.1). */
	private static boolean repeats(HttpServletRequest request) {
		return Arrays.stream(SINGLE)
			.map(request::getParameterValues)
			.anyMatch((values) -> values != null && values.length > 1);
	}

	/** Compares {@code iss}, the defence against mix-up attacks (RFC 9207 §2.4). */
	private boolean isOurs(HttpServletRequest request) {
		String issuer = request.getParameter("iss");
		if (issuer != null) {
			return issuer.equals(this.settings.issuer());
		}
		return this.pending.loadAuthorizationRequest(request) == null || !sendsIssuer();
	}

	private boolean sendsIssuer() {
		return Boolean.TRUE.equals(this.provider.registration()
			.getProviderDetails()
			.getConfigurationMetadata()
			.get("authorization_response_iss_parameter_supported"));
	}

	private static OAuth2AuthenticationException refusal(String code) {
		return new OAuth2AuthenticationException(new OAuth2Error(code));
	}

}
