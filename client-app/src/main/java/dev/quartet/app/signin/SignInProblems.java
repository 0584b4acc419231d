package dev.quartet.app.signin;

import java.util.Map;

import dev.quartet.app.identities.IdentityTaken;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;

/**
 * Says in our own words why a sign-in failed; what the provider wrote may be written by
 * somebody else, so it only reaches the log.
 */
final class SignInProblems {

	static final String INCOMPLETE = "callback_incomplete";

	static final String OTHER_ISSUER = "callback_of_other_issuer";

	static final String UNKNOWN_STATE = "state_unknown";

	static final String TOO_MANY = "too_many_sign_ins";

	static final String OTHER_SESSION = "link_of_other_session";

	static final Problem NO_PROVIDER = Problem.of(HttpStatus.NOT_FOUND, "provider-unknown");

	private static final Logger log = LoggerFactory.getLogger(SignInProblems.class);

	private static final Problem FAILED = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-failed");

	private static final Problem UNTRUSTED = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-untrusted");

	private static final Problem UNREACHABLE = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unreachable");

	private static final Problem REFUSED_APP = Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-refused-app");

	private static final Problem UNFINISHED = Problem.of(HttpStatus.FORBIDDEN, "sign-in-unfinished");

	private static final Map<String, Problem> BY_REASON = Map.ofEntries(
			Map.entry("access_denied", Problem.of(HttpStatus.FORBIDDEN, "sign-in-denied")),
			Map.entry(UNKNOWN_STATE, Problem.of(HttpStatus.BAD_REQUEST, "sign-in-unknown")),
			Map.entry(INCOMPLETE, Problem.of(HttpStatus.BAD_REQUEST, "sign-in-incomplete")),
			Map.entry(OTHER_ISSUER, Problem.of(HttpStatus.BAD_REQUEST, "sign-in-other-issuer")),
			Map.entry(OTHER_SESSION, Problem.of(HttpStatus.FORBIDDEN, "link-other-session")),
			Map.entry(TOO_MANY, Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-busy")),
			Map.entry("provider_misconfigured", Problem.of(HttpStatus.BAD_GATEWAY, "sign-in-misconfigured")),
			Map.entry("server_error", UNREACHABLE), Map.entry("temporarily_unavailable", UNREACHABLE),
			Map.entry("login_required", UNFINISHED), Map.entry("consent_required", UNFINISHED),
			Map.entry("interaction_required", UNFINISHED), Map.entry("account_selection_required", UNFINISHED),
			Map.entry("invalid_client", REFUSED_APP), Map.entry("unauthorized_client", REFUSED_APP),
			Map.entry("invalid_scope", REFUSED_APP), Map.entry("invalid_request", REFUSED_APP),
			Map.entry("unsupported_response_type", REFUSED_APP),
			Map.entry("temporary_credentials_refused", REFUSED_APP),
			Map.entry("verifier_refused", Problem.of(HttpStatus.BAD_REQUEST, "sign-in-expired")),
			Map.entry("invalid_grant", Problem.of(HttpStatus.BAD_REQUEST, "sign-in-expired")));

	private SignInProblems() {
	}

	static Problem unknown() {
		return of(new AnswerRefused(UNKNOWN_STATE, "no such sign-in, or not of this browser, or used before"));
	}

	static Problem incomplete() {
		return of(new AnswerRefused(INCOMPLETE, "code or error, and state, must come once each"));
	}

	static Problem of(RuntimeException failure) {
		log.warn("Sign-in failed: {}", JsonAnswers.printable(failure.getMessage()));
		if (failure instanceof AnswerRefused refused) {
			return BY_REASON.getOrDefault(refused.reason(), fallback(refused.reason())).because(refused.reason());
		}
		if (failure instanceof IdentityTaken) {
			return Problem.of(HttpStatus.CONFLICT, "identity-taken");
		}
		return (failure instanceof ProviderSilent) ? UNREACHABLE.because("provider_silent") : FAILED;
	}

	private static Problem fallback(String reason) {
		return reason.matches("(id_token|userinfo|profile|token|callback|answer)_[a-z_]+") ? UNTRUSTED : FAILED;
	}

}
