package dev.quartet.auth.protocol;

import dev.quartet.auth.authorizations.GrantChangedMeanwhile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Redeems a code once more where the grant that it changes was changed by somebody else
 * while the tokens were signed: they would say less than the grant has, or more.
 */
class CodeProvider implements AuthenticationProvider {

	private static final int TRIES = 10;

	private final AuthenticationProvider codes;

	CodeProvider(AuthenticationProvider codes) {
		this.codes = codes;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		return redeem(authentication, TRIES);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.codes.supports(authentication);
	}

	private @Nullable Authentication redeem(Authentication code, int left) {
		try {
			return this.codes.authenticate(code);
		}
		catch (GrantChangedMeanwhile ex) {
			if (left == 1) {
				throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT,
						"The grant is being changed too often: try this code once more", null));
			}
			// Nothing was taken, so the code is as good as before.
			return redeem(code, left - 1);
		}
	}

}
