package dev.quartet.auth.protocol;

import java.util.function.Supplier;

import dev.quartet.auth.authorizations.GrantChangedMeanwhile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Tries a step again that found its grant changed while the tokens were signed: nothing
 * was taken, so the code or refresh token is as good as before.
 */
final class Tries {

	private static final int MOST = 10;

	private Tries() {
	}

	static @Nullable Authentication of(Supplier<@Nullable Authentication> step) {
		return of(step, MOST);
	}

	private static @Nullable Authentication of(Supplier<@Nullable Authentication> step, int left) {
		try {
			return step.get();
		}
		catch (GrantChangedMeanwhile ex) {
			if (left == 1) {
				throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT,
						"The grant is being changed too often: try this once more", null));
			}
			return of(step, left - 1);
		}
	}

}
