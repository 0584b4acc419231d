package dev.quartet.app.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.OidcProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Decides which ID tokens tell who signed in (OpenID Connect Core 1.0 §3.1.3.7). */
@Component
public class IdTokens {

	private static final Duration SKEW = Duration.ofSeconds(60);

	/** An ID token is made for this sign-in, so it cannot be old. */
	private static final Duration OLDEST = Duration.ofHours(1);

	private static final String TENANT = "{tenantid}";

	private final SignedTokens signed;

	private final Clock clock;

	IdTokens(SignedTokens signed, Clock clock) {
		this.signed = signed;
		this.clock = clock;
	}

	/** The same rules as they would decide at another time. */
	public IdTokens by(Clock other) {
		return new IdTokens(this.signed, other);
	}

	/**
	 * The claims of an ID token that belongs to this sign-in.
	 * @param nonce what we sent along
	 * @param accessToken what came with it
	 * @throws AnswerRefused with the rule that it breaks
	 * @throws ProviderSilent when the provider's keys cannot be had
	 */
	public Map<String, Object> verify(OidcProvider provider, Metadata metadata, String idToken, @Nullable String nonce,
			String accessToken) {
		Set<@Nullable String> types = new HashSet<>(Collections.singleton(null));
		types.add("JWT");
		JWTClaimsSet claims = this.signed.verify(provider, metadata, idToken, types);
		checkParties(provider, claims);
		checkTimes(claims);
		if (nonce == null || !nonce.equals(claims.getClaim("nonce"))) {
			throw new AnswerRefused("id_token_nonce", "the nonce is not the one of this sign-in");
		}
		if (claims.getClaim("at_hash") != null
				&& !leftHalfHash(accessToken, algorithm(idToken)).equals(claims.getClaim("at_hash"))) {
			throw new AnswerRefused("id_token_at_hash", "at_hash does not match the access token");
		}
		return claims.getClaims();
	}

	static void checkParties(OidcProvider provider, JWTClaimsSet claims) {
		if (!issuer(provider, claims).equals(claims.getIssuer())) {
			throw new AnswerRefused("id_token_issuer", "issued by " + claims.getIssuer());
		}
		String clientId = provider.credentials().clientId();
		if (!claims.getAudience().contains(clientId)) {
			throw new AnswerRefused("id_token_audience", "made for " + claims.getAudience());
		}
		Object authorized = claims.getClaim("azp");
		if ((claims.getAudience().size() > 1 && authorized == null)
				|| (authorized != null && !clientId.equals(authorized))) {
			throw new AnswerRefused("id_token_authorized_party", "azp is " + authorized);
		}
		if (!Names.isSubject(claims.getSubject())) {
			throw new AnswerRefused("id_token_subject", "no usable sub");
		}
		Names.session(claims, "id_token_session");
	}

	private void checkTimes(JWTClaimsSet claims) {
		Instant now = this.clock.instant();
		Instant expiry = instant(claims.getExpirationTime(), "exp");
		Instant issued = instant(claims.getIssueTime(), "iat");
		if (!now.isBefore(expiry.plus(SKEW))) {
			throw new AnswerRefused("id_token_expired", "expired at " + expiry);
		}
		if (issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(OLDEST))) {
			throw new AnswerRefused("id_token_issued_at", "issued at " + issued);
		}
		Date notBefore = claims.getNotBeforeTime();
		if (notBefore != null && notBefore.toInstant().isAfter(now.plus(SKEW))) {
			throw new AnswerRefused("id_token_not_before", "good only from " + notBefore.toInstant());
		}
	}

	private static Instant instant(@Nullable Date time, String claim) {
		if (time == null) {
			throw new AnswerRefused("id_token_" + claim, "no " + claim);
		}
		return time.toInstant();
	}

	/** A provider of many tenants names the tenant in a claim. */
	private static String issuer(OidcProvider provider, JWTClaimsSet claims) {
		return (provider.issuer().contains(TENANT) && claims.getClaim("tid") instanceof String tenant
				&& tenant.matches("[0-9a-fA-F-]{36}")) ? provider.issuer().replace(TENANT, tenant) : provider.issuer();
	}

	private static String algorithm(String idToken) {
		try {
			return JWTParser.parse(idToken).getHeader().getAlgorithm().getName();
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The hash is that of the signature's algorithm (OpenID Connect Core 1.0 §3.1.3.6).
	 */
	private static String leftHalfHash(String accessToken, String algorithm) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-" + algorithm.substring(2))
				.digest(accessToken.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
