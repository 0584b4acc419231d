package dev.quartet.auth.protocol;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/**
 * Redeems a code once more where the grant that it changes was changed by somebody else
 * while the tokens were signed: they would say less than the grant has, or more.
 */
class CodeProvider implements AuthenticationProvider {

	private final AuthenticationProvider codes;

	CodeProvider(AuthenticationProvider codes) {
		this.codes = codes;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		return Tries.of(() -> this.codes.authenticate(authentication));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.codes.supports(authentication);
	}

}
