package dev.quartet.auth.protocol;

import dev.quartet.auth.authorizations.CodeGuesses;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Counts the wrong verifiers of a code, which the framework would let anybody try for as
 * long as the code lives (RFC 7636 §4.6).
 */
class GuessedVerifiers implements AuthenticationProvider {

	private final AuthenticationProvider proofKeys;

	private final CodeGuesses guesses;

	GuessedVerifiers(AuthenticationProvider proofKeys, CodeGuesses guesses) {
		this.proofKeys = proofKeys;
		this.guesses = guesses;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		try {
			return this.proofKeys.authenticate(authentication);
		}
		catch (OAuth2AuthenticationException refusal) {
			Object code = ((OAuth2ClientAuthenticationToken) authentication).getAdditionalParameters()
				.get(OAuth2ParameterNames.CODE);
			if (code != null && OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode())) {
				this.guesses.wrong(code.toString());
			}
			throw refusal;
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.proofKeys.supports(authentication);
	}

}
