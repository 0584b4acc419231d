package dev.quartet.auth.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Answers an authorization request: at the client once its redirect URI is proven, on a
 * page of ours before that. Every answer at the client names the issuer (RFC 9207 §2).
 */
@Component
class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(AuthorizationAnswers.class);

	private final ProtocolSettings settings;

	private final ErrorPageRenderer pages;

	AuthorizationAnswers(ProtocolSettings settings, ErrorPageRenderer pages) {
		this.settings = settings;
		this.pages = pages;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		OAuth2AuthorizationCodeRequestAuthenticationToken answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
		OAuth2AuthorizationCode code = answer.getAuthorizationCode();
		String redirectUri = answer.getRedirectUri();
		if (code == null || redirectUri == null) {
			throw new IllegalStateException("A granted authorization request has a code and a redirect URI");
		}
		Answer redirect = new Answer(redirectUri).with("code", code.getTokenValue());
		response.sendRedirect(finish(redirect, answer));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		OAuth2Error error = ((OAuth2AuthenticationException) exception).getError();
		OAuth2AuthorizationCodeRequestAuthenticationToken refused = refused(exception);
		log.debug("Refused an authorization request: {}", error);
		if (refused == null || refused.getRedirectUri() == null || refused.getRedirectUri().isEmpty()) {
			this.pages.render(request, response, AuthorizationErrors.page(error));
			return;
		}
		Answer redirect = new Answer(refused.getRedirectUri()).with("error", error.getErrorCode())
			.with("error_description", AuthorizationErrors.description(error));
		response.sendRedirect(finish(redirect, refused));
	}

	private String finish(Answer redirect, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return redirect.with("state", request.getState()).with("iss", this.settings.issuer()).address();
	}

	private static @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken refused(
			AuthenticationException exception) {
		return (exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refusal)
				? refusal.getAuthorizationCodeRequestAuthentication() : null;
	}

	/**
	 * Builds the address at the client, each value encoded, what was registered left as
	 * it is.
	 */
	private record Answer(String address) {

		Answer with(String name, @Nullable String value) {
			if (value == null || value.isEmpty()) {
				return this;
			}
			return new Answer(UriComponentsBuilder.fromUriString(this.address)
				.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8))
				.build(true)
				.toUriString());
		}

	}

}
