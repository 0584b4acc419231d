package dev.quartet.api.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.quartet.api.access.proof.Proofs;
import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Answers a refusal twice: as challenges for the client's OAuth code (RFC 6750 §3, RFC
 * 9449 §7.1, RFC 9728 §5.1) and as a problem for its developer (RFC 9457).
 */
final class Challenges {

	private static final String NONCE_WANTED = "use_dpop_nonce";

	private static final Map<Scheme, String> NAMES = Map.of(Scheme.BEARER, "Bearer", Scheme.DPOP, "DPoP");

	private final String metadataAddress;

	private final @Nullable String algorithms;

	private final RefusalLimit limit;

	private final JsonMapper json;

	Challenges(AccessSettings settings, Proofs proofs, RefusalLimit limit, JsonMapper json) {
		this.limit = limit;
		this.metadataAddress = settings.metadataAddress();
		this.algorithms = proofs.isOffered() ? String.join(" ", proofs.algorithms()) : null;
		this.json = json;
	}

	/** Refuses a caller whose token is good, in the scheme in which it came. */
	void answerCaller(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		answer(request, response, refusal.presentedAs(CallerAuthentication.schemeOf(request)));
	}

	void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
		// Whoever is cut off still learns what the token lacks (RFC 9110 §11.6.1).
		if (refusal.isChallenge()) {
			challenge(response, refusal);
		}
		if (isCallersFault(refusal) && limit.answers(request, response)) {
			return;
		}
		Refusals.note(request, refusal.reason());
		refusal.headers().forEach(response::setHeader);
		response.setStatus(refusal.status().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(),
				ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail()));
	}

	// Whoever is asked for a nonce, or to come again, has done nothing wrong.
	private static boolean isCallersFault(Refusal refusal) {
		return !NONCE_WANTED.equals(refusal.error()) && refusal.status().is4xxClientError()
				&& refusal.status() != HttpStatus.TOO_MANY_REQUESTS;
	}

	// What was tried comes first and says what went wrong; the other way is offered too
	// (RFC 9449 §7.2).
	private void challenge(HttpServletResponse response, Refusal refusal) {
		Scheme tried = algorithms != null ? refusal.scheme() : Scheme.BEARER;
		response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(tried, reason(refusal), refusal.parameters()));
		for (Scheme other : List.of(Scheme.BEARER, Scheme.DPOP)) {
			if (other != tried && algorithms != null) {
				boolean same = refusal.error() == null;
				response.addHeader(HttpHeaders.WWW_AUTHENTICATE,
						challenge(other, Map.of(), same ? refusal.parameters() : Map.of()));
			}
		}
	}

	private String challenge(Scheme scheme, Map<String, String> reason, Map<String, String> parameters) {
		Map<String, String> all = new LinkedHashMap<>(reason);
		all.putAll(parameters);
		if (scheme == Scheme.DPOP && algorithms != null) {
			all.put("algs", algorithms);
		}
		all.put("resource_metadata", metadataAddress);
		return all.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "=\"" + quoted(parameter.getValue()) + "\"")
			.collect(Collectors.joining(", ", NAMES.get(scheme) + " ", ""));
	}

	private static Map<String, String> reason(Refusal refusal) {
		Map<String, String> reason = new LinkedHashMap<>();
		if (refusal.error() != null) {
			reason.put("error", refusal.error());
			reason.put("error_description", refusal.detail());
		}
		return reason;
	}

	// The characters that RFC 6750 §3 allows, so that nothing ends the quotes early.
	private static String quoted(String value) {
		return value.replaceAll("[^\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
	}

}
