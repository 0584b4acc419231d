package dev.quartet.app.signin;

import java.io.IOException;
import java.util.Map;

import dev.quartet.app.provider.ProviderNotConfigured;
import dev.quartet.app.provider.ProviderUnreachable;
import dev.quartet.app.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Says in our own words why a sign-in failed; what the server wrote may be written by
 * somebody else, so it only reaches the log.
 */
@Component
class SignInFailed implements AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

	private static final Problem UNKNOWN = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-failed");

	private static final Problem UNTRUSTED = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-untrusted");

	private static final Problem UNREACHABLE = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unreachable");

	private static final Problem REFUSED_APP = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-refused-app");

	private static final Problem UNFINISHED = Problem.of(HttpStatus.FORBIDDEN, "sign-in-unfinished");

	private static final Map<String, Problem> BY_CODE = Map.ofEntries(
			Map.entry("access_denied", Problem.of(HttpStatus.FORBIDDEN, "sign-in-denied")),
			Map.entry("authorization_request_not_found", Problem.of(HttpStatus.BAD_REQUEST, "sign-in-unknown")),
			Map.entry(CallbackRules.INCOMPLETE, Problem.of(HttpStatus.BAD_REQUEST, "sign-in-incomplete")),
			Map.entry(CallbackRules.OTHER_ISSUER, Problem.of(HttpStatus.BAD_REQUEST, "sign-in-other-issuer")),
			Map.entry("server_error", UNREACHABLE), Map.entry("temporarily_unavailable", UNREACHABLE),
			Map.entry("login_required", UNFINISHED), Map.entry("consent_required", UNFINISHED),
			Map.entry("interaction_required", UNFINISHED), Map.entry("account_selection_required", UNFINISHED),
			Map.entry("invalid_client", REFUSED_APP), Map.entry("unauthorized_client", REFUSED_APP),
			Map.entry("invalid_scope", REFUSED_APP), Map.entry("invalid_request", REFUSED_APP),
			Map.entry("unsupported_response_type", REFUSED_APP),
			Map.entry("invalid_grant", Problem.of(HttpStatus.BAD_REQUEST, "sign-in-expired")),
			Map.entry("invalid_id_token", UNTRUSTED), Map.entry("invalid_nonce", UNTRUSTED),
			Map.entry("invalid_user_info_response", UNTRUSTED));

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		log.warn("Sign-in failed: {}", printable(failure));
		problemOf(failure).offering("start-again", ReturnPath.keptBy(request).afterSignIn()).send(request, response);
	}

	private static Problem problemOf(AuthenticationException failure) {
		if (ProviderUnreachable.isBehind(failure)) {
			return UNREACHABLE;
		}
		// The filter that starts a sign-in wraps whatever went wrong.
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProviderNotConfigured) {
				return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-configured");
			}
			if (cause instanceof OAuth2AuthenticationException refused) {
				return BY_CODE.getOrDefault(refused.getError().getErrorCode(), UNKNOWN);
			}
		}
		return UNKNOWN;
	}

	private static String printable(AuthenticationException failure) {
		String text = (failure instanceof OAuth2AuthenticationException refused)
				? refused.getError().getErrorCode() + ": " + refused.getError().getDescription()
				: String.valueOf(failure.getMessage());
		return text.substring(0, Math.min(text.length(), 500)).replaceAll("[^\\x20-\\x7e]", "?");
	}

}
