package dev.quartet.auth.authorizations;

import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.StringUtils;
import com.nimbusds.jwt.JWTParser;

/** Keeps a client's authorization request in plain values until it is answered. */
record PendingRequest(String authorizationUri, String clientId, @Nullable String redirectUri, Set<String> scopes,
		@Nullable String state, Map<String, List<String>> parameters) {

	/** Carries the handle of a pushed request on to where it is used up. */
	static final String HANDLE = OAuth2ParameterNames.REQUEST_URI;

	/** Whom the client expects: what is kept of an ID token that was sent as a hint. */
	static final String EXPECTED_SUBJECT = "expected_subject";

	private static final String HINT = "id_token_hint";

	private static final String REQUEST_OBJECT = "request";

	/** What is kept of a request object that must not be kept itself. */
	private static final String SIGNED = "signed_request";

	/**
	 * A pushed request brings credentials with it (RFC 9126 §2.1), one from a page its
	 * mark.
	 */
	private static final Set<String> NEVER_KEPT = Set.of(HANDLE, "client_secret", "client_assertion",
			"client_assertion_type", "interaction");

	/** What only the store may say: from anybody else it would be a guess. */
	private static final Set<String> OURS = Set.of(EXPECTED_SUBJECT, SIGNED);

	static PendingRequest of(OAuth2AuthorizationRequest request) {
		Map<String, List<String>> parameters = new TreeMap<>();
		request.getAdditionalParameters()
			.forEach((name, value) -> parameters.put(name,
					(value instanceof String[] values) ? List.of(values) : List.of(value.toString())));
		if (!isFromTheStore(parameters)) {
			parameters.keySet().removeAll(OURS);
		}
		parameters.keySet().removeAll(NEVER_KEPT);
		List<String> hint = parameters.remove(HINT);
		if (hint != null && !hint.get(0).isEmpty()) {
			parameters.put(EXPECTED_SUBJECT, List.of(subject(hint.get(0))));
			// It may hold the hint, so nothing is kept of it but that it was verified.
			List<String> object = parameters.remove(REQUEST_OBJECT);
			if (object != null && StringUtils.hasText(object.get(0))) {
				parameters.put(SIGNED, List.of("true"));
			}
		}
		return new PendingRequest(request.getAuthorizationUri(), request.getClientId(), request.getRedirectUri(),
				request.getScopes(), request.getState(), parameters);
	}

	OAuth2AuthorizationRequest restore() {
		return restored().build();
	}

	/** A pushed request, as it stands behind its handle. */
	OAuth2AuthorizationRequest restore(String handle) {
		return restored().additionalParameters((all) -> all.put(HANDLE, handle)).build();
	}

	/** The resources that the client named (RFC 8707 §2). */
	Set<String> resources() {
		return new LinkedHashSet<>(this.parameters.getOrDefault("resource", List.of()));
	}

	// A handle that leads nowhere is refused before, and with one that leads here the
	// framework passes over all that was sent beside it.
	private static boolean isFromTheStore(Map<String, List<String>> parameters) {
		return StringUtils.hasText(parameters.getOrDefault(HANDLE, List.of("")).get(0));
	}

	// Whether we signed it has been asked before, where the request was read.
	private static String subject(String hint) {
		try {
			return String.valueOf(JWTParser.parse(hint).getJWTClaimsSet().getSubject());
		}
		catch (ParseException ex) {
			throw Refusals.invalidRequest("id_token_hint is no ID token");
		}
	}

	private OAuth2AuthorizationRequest.Builder restored() {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(this.authorizationUri)
			.clientId(this.clientId)
			.redirectUri(this.redirectUri)
			.scopes(this.scopes)
			.state(this.state)
			.additionalParameters((all) -> this.parameters.forEach((name, values) -> all.put(name,
					(values.size() == 1) ? values.get(0) : values.toArray(String[]::new))));
	}

}
