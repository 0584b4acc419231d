package dev.quartet.app.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.OidcProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decides which logout tokens a provider really sent (OpenID Connect Back-Channel Logout
 * 1.0 §2.6).
 */
@Component
public class LogoutTokens {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final Duration OLDEST = Duration.ofMinutes(5);

	private final SignedTokens signed;

	private final Clock clock;

	LogoutTokens(SignedTokens signed, Clock clock) {
		this.signed = signed;
		this.clock = clock;
	}

	/**
	 * Whose session is over.
	 * @throws AnswerRefused with the rule that the token breaks
	 * @throws ProviderSilent when the provider's keys cannot be had
	 */
	public Ended verify(OidcProvider provider, Metadata metadata, String logoutToken) {
		Set<@Nullable String> types = new HashSet<>(Collections.singleton(null));
		types.addAll(Set.of("logout+jwt", "application/logout+jwt", "JWT"));
		JWTClaimsSet claims = this.signed.verify(provider, metadata, logoutToken, types);
		checkParties(provider, claims);
		Instant issued = issuedAt(claims);
		if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !(events.get(EVENT) instanceof Map<?, ?>)) {
			throw new AnswerRefused("logout_token_event", "no logout event");
		}
		if (claims.getClaim("nonce") != null) {
			throw new AnswerRefused("logout_token_nonce", "a nonce makes it an ID token");
		}
		String sid = Names.session(claims, "logout_token_session");
		if (claims.getSubject() == null && sid == null) {
			throw new AnswerRefused("logout_token_subject", "neither sub nor sid");
		}
		if (claims.getSubject() != null && !Names.isSubject(claims.getSubject())) {
			throw new AnswerRefused("logout_token_subject", "no usable sub");
		}
		return new Ended(claims.getIssuer(), claims.getSubject(), sid, issued);
	}

	private static void checkParties(OidcProvider provider, JWTClaimsSet claims) {
		if (!provider.isNamed(claims.getIssuer())) {
			throw new AnswerRefused("logout_token_issuer", "issued by " + claims.getIssuer());
		}
		if (!claims.getAudience().contains(provider.credentials().clientId())) {
			throw new AnswerRefused("logout_token_audience", "made for " + claims.getAudience());
		}
		if (claims.getJWTID() == null) {
			throw new AnswerRefused("logout_token_jti", "no jti");
		}
	}

	private Instant issuedAt(JWTClaimsSet claims) {
		Instant now = this.clock.instant();
		if (claims.getIssueTime() == null || claims.getIssueTime().toInstant().isAfter(now.plus(SKEW))
				|| claims.getIssueTime().toInstant().isBefore(now.minus(OLDEST))) {
			throw new AnswerRefused("logout_token_issued_at", "iat is missing or far from now");
		}
		if (claims.getExpirationTime() == null || !now.isBefore(claims.getExpirationTime().toInstant().plus(SKEW))) {
			throw new AnswerRefused("logout_token_expired", "exp is missing or over");
		}
		return claims.getIssueTime().toInstant();
	}

	/**
	 * Says whose sessions end.
	 *
	 * @param issuer who says so
	 * @param subject the person; null if only the session is named
	 * @param sid her session at the provider; null if all of hers end
	 * @param issuedAt when the provider said so: later sessions go on
	 */
	public record Ended(String issuer, @Nullable String subject, @Nullable String sid, Instant issuedAt) {
	}

}
