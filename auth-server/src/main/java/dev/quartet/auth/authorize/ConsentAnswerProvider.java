package dev.quartet.auth.authorize;

import dev.quartet.auth.consents.ConsentAnswers;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Hands the answer to a consent page to the feature that asked; no bean, or sign-in would
 * use it too.
 */
class ConsentAnswerProvider implements AuthenticationProvider {

	private final ConsentAnswers answers;

	ConsentAnswerProvider(ConsentAnswers answers) {
		this.answers = answers;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		return this.answers.accept((OAuth2AuthorizationConsentAuthenticationToken) authentication);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2AuthorizationConsentAuthenticationToken.class == authentication;
	}

}
