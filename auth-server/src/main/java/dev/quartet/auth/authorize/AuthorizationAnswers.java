package dev.quartet.auth.authorize;

import java.io.IOException;

import dev.quartet.auth.consents.ConsentAskedAgain;
import dev.quartet.auth.web.ErrorPageRenderer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Answers an authorization request: at the client once its redirect URI is proven, on a
 * page of ours before that. Every answer at the client names the issuer (RFC 9207 §2).
 */
@Component
class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(AuthorizationAnswers.class);

	private final AuthorizationServerSettings settings;

	private final ErrorPageRenderer pages;

	private final ResponseModes modes;

	private final Departures departures;

	private final RegisteredInstead registered;

	AuthorizationAnswers(AuthorizationServerSettings settings, ErrorPageRenderer pages, ResponseModes modes,
			Departures departures, RegisteredInstead registered) {
		this.settings = settings;
		this.pages = pages;
		this.modes = modes;
		this.departures = departures;
		this.registered = registered;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		OAuth2AuthorizationCodeRequestAuthenticationToken granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
		OAuth2AuthorizationCode code = granted.getAuthorizationCode();
		String redirectUri = granted.getRedirectUri();
		if (code == null || redirectUri == null) {
			throw new IllegalStateException("A granted authorization request has a code and a redirect URI");
		}
		ClientAnswer answer = new ClientAnswer(redirectUri).with("code", code.getTokenValue());
		this.modes.send(finish(answer, granted), this.modes.wanted(request, code), request, response);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		if (exception instanceof ConsentAskedAgain again) {
			response.sendRedirect(again.address());
			return;
		}
		OAuth2Error error = ((OAuth2AuthenticationException) exception).getError();
		OAuth2AuthorizationCodeRequestAuthenticationToken refused = refused(exception);
		log.debug("Refused an authorization request: {}", error);
		if (refused == null || refused.getRedirectUri() == null || refused.getRedirectUri().isEmpty()) {
			this.pages.render(request, response, this.registered.explain(AuthorizationErrors.page(error), request));
			return;
		}
		ClientAnswer answer = new ClientAnswer(refused.getRedirectUri()).with("error", error.getErrorCode())
			.with("error_description", AuthorizationErrors.description(error));
		this.departures.refuse(finish(answer, refused), ResponseModes.wanted(refused.getAdditionalParameters()),
				refused.getClientId(), request, response);
	}

	private ClientAnswer finish(ClientAnswer answer, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return answer.with("state", request.getState()).with("iss", this.settings.getIssuer());
	}

	private static @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken refused(
			AuthenticationException exception) {
		return (exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refusal)
				? refusal.getAuthorizationCodeRequestAuthentication() : null;
	}

}
