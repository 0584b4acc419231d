package dev.quartet.auth.authorize;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.util.StringUtils;

/**
 * Says what sign-in a request is content with (OpenID Connect Core §3.1.2.1): any, a
 * recent one, a new one, or an account that was picked for it.
 *
 * @param maxAge the seconds since the sign-in; empty for any
 * @param subject the person who is expected; null for anybody
 */
record SignInDemand(List<String> prompts, OptionalLong maxAge, @Nullable String subject) {

	static final String MAX_AGE = "max_age";

	private static final String LOGIN = "login";

	private static final String SELECT_ACCOUNT = "select_account";

	static SignInDemand of(OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client,
			@Nullable String subject) {
		Object maxAge = request.getAdditionalParameters().get(MAX_AGE);
		OptionalLong seconds = (maxAge instanceof String text && !text.isEmpty())
				? OptionalLong.of(Long.parseLong(text))
				: QuartetClientSettings.further(client).number(MetadataField.DEFAULT_MAX_AGE);
		return new SignInDemand(prompts(request), seconds, subject);
	}

	static List<String> prompts(OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		Object prompt = request.getAdditionalParameters().get("prompt");
		return (prompt instanceof String text) ? Arrays.asList(StringUtils.tokenizeToStringArray(text, " "))
				: List.of();
	}

	/** Whether no page may be shown. */
	boolean isSilent() {
		return this.prompts.contains("none");
	}

	/** Whether not every sign-in will do. */
	boolean isParticular() {
		return this.prompts.contains(LOGIN) || this.prompts.contains(SELECT_ACCOUNT) || this.maxAge.isPresent()
				|| this.subject != null;
	}

	boolean isMetBy(SignIn signIn, @Nullable InteractionMark mark, Instant now) {
		boolean fresh = mark != null && mark.isAfterwards(signIn.authTime());
		boolean picked = fresh || (mark != null && mark.picks(signIn.userId()));
		return (fresh || !this.prompts.contains(LOGIN)) && (picked || !this.prompts.contains(SELECT_ACCOUNT))
				&& (fresh || isRecent(signIn, now)) && isExpected(signIn);
	}

	/** Whether it is the right person: another sign-in would not help. */
	boolean isExpected(SignIn signIn) {
		return this.subject == null || this.subject.equals(signIn.userId());
	}

	private boolean isRecent(SignIn signIn, Instant now) {
		return this.maxAge.isEmpty() || !signIn.authTime().plusSeconds(this.maxAge.getAsLong()).isBefore(now);
	}

}
