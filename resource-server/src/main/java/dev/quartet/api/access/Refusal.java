package dev.quartet.api.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Says why a request is refused, in the words of the RFC that has the error code.
 *
 * @param status of the answer
 * @param error the code of a challenge; none when there was no token, or nothing that
 * another token could mend
 * @param detail what to tell the client's developer
 * @param scheme which challenge carries the error
 * @param parameters what else the challenge says
 * @param headers what else the answer needs
 */
record Refusal(HttpStatus status, @Nullable String error, String detail, Scheme scheme, Map<String, String> parameters,
		Map<String, String> headers) {

	private static final String RETRY_SECONDS = "5";

	// No token, so no error code either (RFC 6750 §3.1).
	static Refusal noToken(List<String> scopes) {
		return new Refusal(HttpStatus.UNAUTHORIZED, null, "This needs an access token in the Authorization header",
				Scheme.BEARER, scope(scopes), Map.of());
	}

	static Refusal invalidRequest(String detail) {
		return new Refusal(HttpStatus.BAD_REQUEST, "invalid_request", detail, Scheme.BEARER, Map.of(), Map.of());
	}

	static Refusal invalidToken(Scheme scheme, String detail) {
		return new Refusal(HttpStatus.UNAUTHORIZED, "invalid_token", detail, scheme, Map.of(), Map.of());
	}

	static Refusal unproven(Scheme scheme, ProofRefused cause) {
		HttpStatus status = HttpStatus.valueOf(cause.status());
		Scheme challenged = "invalid_token".equals(cause.error()) ? scheme : Scheme.DPOP;
		return new Refusal(status, cause.error(), cause.description(), challenged, Map.of(), cause.headers());
	}

	static Refusal issuerAway() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable",
				"The issuer cannot be reached, so the token cannot be checked", Scheme.BEARER, Map.of(),
				Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
	}

	static Refusal insufficientScope(List<String> scopes) {
		return new Refusal(HttpStatus.FORBIDDEN, "insufficient_scope", "The token's scope does not cover this",
				Scheme.BEARER, scope(scopes), Map.of());
	}

	/** No scope would help, so nothing invites the client to ask for more. */
	static Refusal wrongKind(Caller.Kind wanted) {
		return new Refusal(HttpStatus.FORBIDDEN, null, wanted == Caller.Kind.PERSON
				? "This is for people; the token is a machine's own" : "This is for machines; the token is a person's",
				Scheme.BEARER, Map.of(), Map.of());
	}

	/** Names the scopes as well, so that one more sign-in is enough (RFC 9470 §3). */
	static Refusal signInAgain(Map<String, String> demand, List<String> scopes) {
		Map<String, String> parameters = new LinkedHashMap<>(demand);
		parameters.putAll(scope(scopes));
		return new Refusal(HttpStatus.UNAUTHORIZED, "insufficient_user_authentication",
				"This needs a stronger or more recent sign-in", Scheme.BEARER, parameters, Map.of());
	}

	/** Whether another token could help, so that the answer tells how to get one. */
	boolean isChallenge() {
		return status == HttpStatus.UNAUTHORIZED || status == HttpStatus.BAD_REQUEST
				|| (status == HttpStatus.FORBIDDEN && error != null);
	}

	Refusal presentedAs(Scheme scheme) {
		return new Refusal(status, error, detail, scheme, parameters, headers);
	}

	String reason() {
		if (error != null) {
			return error;
		}
		return status == HttpStatus.UNAUTHORIZED ? "no_token" : "wrong_kind";
	}

	private static Map<String, String> scope(List<String> scopes) {
		return scopes.isEmpty() ? Map.of() : Map.of("scope", String.join(" ", scopes));
	}

}
