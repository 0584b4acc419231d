package dev.quartet.api.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Decides how a refusal is answered: which status, which error code and which words, and
 * never more than the caller may know (RFC 6750 §3.1).
 */
final class BearerChallenges implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String RETRY_SECONDS = "5";

	private static final BearerTokenError UNTRUSTED = BearerTokenErrors
		.invalidToken("The token is malformed or no key of the issuer has signed it");

	private final List<ScopeRule> rules;

	private final RefusalWriter refusals;

	BearerChallenges(List<ScopeRule> rules, RefusalWriter refusals) {
		this.rules = rules;
		this.refusals = refusals;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (keysAreAway(cause)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
			refusals.write(response, HttpStatus.SERVICE_UNAVAILABLE, "The issuer's keys cannot be reached");
		}
		else if (cause instanceof OAuth2AuthenticationException failure) {
			refusals.challenge(response, tokenError(failure));
		}
		else if (cause instanceof AuthenticationServiceException) {
			refusals.challenge(response, UNTRUSTED);
		}
		else {
			// No token, so no error code either (RFC 6750 §3.1).
			refusals.challenge(response, scopeOf(request));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		refusals.challenge(response,
				BearerTokenErrors.insufficientScope("The token's scope does not cover this", scopeOf(request)));
	}

	private String scopeOf(HttpServletRequest request) {
		Optional<ScopeRule> rule = rules.stream().filter((candidate) -> candidate.matches(request)).findFirst();
		return rule.map(ScopeRule::scope).orElse("");
	}

	private static boolean keysAreAway(AuthenticationException cause) {
		return cause.getCause() != null && cause.getCause().getCause() instanceof KeySourceException;
	}

	// Our own rules speak to the client; what a library says about a token stays here.
	private static BearerTokenError tokenError(OAuth2AuthenticationException failure) {
		if (failure instanceof InvalidBearerTokenException) {
			return failure.getCause() instanceof JwtValidationException broken ? firstOf(broken) : UNTRUSTED;
		}
		return failure.getError() instanceof BearerTokenError error ? error : UNTRUSTED;
	}

	private static BearerTokenError firstOf(JwtValidationException broken) {
		OAuth2Error first = broken.getErrors().iterator().next();
		return Optional.ofNullable(first.getDescription()).map(BearerTokenErrors::invalidToken).orElse(UNTRUSTED);
	}

}
