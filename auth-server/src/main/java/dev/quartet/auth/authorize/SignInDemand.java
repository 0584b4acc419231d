package dev.quartet.auth.authorize;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import dev.quartet.auth.authorizations.ClaimsParameter;
import dev.quartet.auth.authorizations.Prompts;
import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Says what sign-in a request is content with (OpenID Connect Core §3.1.2.1): any, a
 * recent one, a new one, or an account that was picked for it.
 *
 * @param maxAge the seconds since the sign-in; empty for any
 * @param expected the people of whom one is expected; null for anybody
 * @param acr the levels of assurance that alone will do; none for any
 */
record SignInDemand(List<String> prompts, OptionalLong maxAge, @Nullable Set<String> expected, Set<String> acr) {

	static final String MAX_AGE = "max_age";

	private static final String LOGIN = "login";

	private static final String SELECT_ACCOUNT = "select_account";

	static SignInDemand of(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client,
			@Nullable Set<String> expected) {
		Object maxAge = request.getAdditionalParameters().get(MAX_AGE);
		OptionalLong seconds = (maxAge instanceof String text && !text.isEmpty())
				? OptionalLong.of(Long.parseLong(text))
				: QuartetClientSettings.further(client).number(MetadataField.DEFAULT_MAX_AGE);
		Set<String> acr = ClaimsParameter.of(request.getAdditionalParameters(), request.getScopes()).essentialAcr();
		return new SignInDemand(prompts(request), seconds, expected, acr);
	}

	static List<String> prompts(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return Prompts.of(request.getAdditionalParameters().get(Prompts.PARAMETER));
	}

	/** Whether no page may be shown. */
	boolean isSilent() {
		return this.prompts.contains("none");
	}

	/** Whether not every sign-in will do. */
	boolean isParticular() {
		return this.prompts.contains(LOGIN) || this.prompts.contains(SELECT_ACCOUNT) || this.maxAge.isPresent()
				|| this.expected != null;
	}

	boolean isMetBy(SignIn signIn, @Nullable InteractionMark mark, Instant now) {
		boolean fresh = mark != null && mark.isAfterwards(signIn.authTime());
		boolean picked = fresh || (mark != null && mark.picks(signIn.userId()));
		return (fresh || !this.prompts.contains(LOGIN)) && (picked || !this.prompts.contains(SELECT_ACCOUNT))
				&& (fresh || isRecent(signIn, now)) && isExpected(signIn) && isAssured(signIn);
	}

	/** Whether the level is one that alone will do; no sign-in here reaches another. */
	boolean isAssured(SignIn signIn) {
		return this.acr.isEmpty() || this.acr.contains(signIn.acr());
	}

	/** Whether it is the right person: another sign-in would not help. */
	boolean isExpected(SignIn signIn) {
		return this.expected == null || this.expected.contains(signIn.userId());
	}

	private boolean isRecent(SignIn signIn, Instant now) {
		return this.maxAge.isEmpty() || !signIn.authTime().plusSeconds(this.maxAge.getAsLong()).isBefore(now);
	}

}
