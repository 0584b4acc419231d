package dev.quartet.auth.authorize;

import dev.quartet.auth.web.ErrorPage;
import dev.quartet.auth.web.ErrorReason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * Turns the framework's error of the authorization endpoint into words for people and
 * developers.
 */
final class AuthorizationErrors {

	private static final String PARAMETER = "OAuth 2.0 Parameter: ";

	private AuthorizationErrors() {
	}

	static ErrorPage page(OAuth2Error error) {
		ErrorPage page = ErrorPage.of(reason(error)).hint("error", error.getErrorCode());
		String description = description(error);
		page = (description != null) ? page.hint("error_description", description) : page;
		return (error.getUri() != null) ? page.hint("clause", error.getUri()) : page;
	}

	/** What the client's developer has to fix. */
	static @Nullable String description(OAuth2Error error) {
		String description = error.getDescription();
		if (description == null || !description.startsWith(PARAMETER)) {
			return description;
		}
		String parameter = description.substring(PARAMETER.length());
		return switch (parameter) {
			case "code_challenge" -> "code_challenge is missing or malformed: PKCE is required";
			case "code_challenge_method" -> "code_challenge_method must be S256";
			case "scope" -> "scope names one that is not registered for this client";
			case "response_type" -> "response_type must be code";
			case "redirect_uri" -> "redirect_uri is not one that this client has registered";
			case "client_id" -> "unauthorized_client".equals(error.getErrorCode())
					? "This client has no redirect URI, so it cannot ask people"
					: "client_id is not a registered client";
			default -> parameter + " is missing, repeated or not valid";
		};
	}

	private static ErrorReason reason(OAuth2Error error) {
		String description = (error.getDescription() != null) ? error.getDescription() : "";
		String parameter = description.startsWith(PARAMETER) ? description.substring(PARAMETER.length()) : "";
		return switch (parameter) {
			case "client_id" -> ErrorReason.CLIENT_UNKNOWN;
			case "redirect_uri" -> ErrorReason.REDIRECT_URI_NOT_REGISTERED;
			case "response_type" -> "unsupported_response_type".equals(error.getErrorCode())
					? ErrorReason.RESPONSE_TYPE_UNSUPPORTED : ErrorReason.RESPONSE_TYPE_MISSING;
			case "code_challenge" -> ErrorReason.PKCE_MISSING;
			case "code_challenge_method" -> ErrorReason.PKCE_INVALID;
			case "scope" -> ErrorReason.SCOPE_UNKNOWN;
			case "state" -> ErrorReason.SIGN_IN_EXPIRED;
			default -> ErrorReason.REQUEST_INVALID;
		};
	}

}
