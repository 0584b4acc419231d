package dev.quartet.auth.assertions;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.MetadataField;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether what an assertion says may prove anything here, before and apart from
 * its signature (RFC 7523 §3 as narrowed by rfc7523bis, OpenID Connect Core §9).
 */
@Component
class AssertionRules {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int LONGEST_ID = 255;

	private static final HeaderRules HEADER = new HeaderRules(Set.of("jwt", "client-authentication+jwt"),
			MetadataField.TOKEN_ENDPOINT_AUTH_SIGNING_ALG);

	private final AssertionSettings settings;

	private final Clock clock;

	AssertionRules(AssertionSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	boolean allow(SignedJWT assertion, RegisteredClient client) {
		try {
			return HEADER.allow(assertion.getHeader(), client) && allowClaims(assertion.getJWTClaimsSet())
					&& namesThisServerOnly(assertion);
		}
		catch (ParseException ex) {
			return false;
		}
	}

	private boolean allowClaims(JWTClaimsSet claims) {
		Instant now = this.clock.instant();
		Date end = claims.getExpirationTime();
		boolean ends = end != null && end.toInstant().isAfter(now)
				&& !end.toInstant().isAfter(now.plus(LONGEST).plus(ClientClock.SKEW));
		boolean began = ClientClock.hasCome(claims.getIssueTime(), now)
				&& ClientClock.hasCome(claims.getNotBeforeTime(), now);
		String id = claims.getJWTID();
		boolean hasId = id != null && !id.isBlank() && id.length() <= LONGEST_ID;
		return ends && began && hasId && claims.getSubject() != null && claims.getSubject().equals(claims.getIssuer());
	}

	// An assertion for several servers could be used by each of them at the others
	// (CVE-2025-27370), so the issuer is the one audience, and is no list.
	private boolean namesThisServerOnly(SignedJWT assertion) {
		Object audience = assertion.getPayload().toJSONObject().get("aud");
		return this.settings.issuer().equals(audience);
	}

}
