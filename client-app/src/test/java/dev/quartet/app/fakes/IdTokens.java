package dev.quartet.app.fakes;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Issues the fake server's ID tokens, faulty ones included. */
final class IdTokens {

	private final RSAKey key = newKey();

	private final RSAKey otherKey = newKey();

	private final String issuer;

	private final Clock clock;

	IdTokens(String issuer, Clock clock) {
		this.issuer = issuer;
		this.clock = clock;
	}

	Map<String, Object> keys() {
		return new JWKSet(this.key).toJSONObject();
	}

	String issue(@Nullable String nonce, String accessTokenHash, FakeProvider.Faults faults) {
		Instant now = this.clock.instant();
		JWTClaimsSet claims = new JWTClaimsSet.Builder()
			.issuer((faults.idTokenIssuer != null) ? faults.idTokenIssuer : this.issuer)
			.subject("alice")
			.audience(faults.audience)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(faults.idTokenLifeSeconds)))
			.claim("nonce", (faults.nonce != null) ? faults.nonce : nonce)
			.claim("at_hash", accessTokenHash)
			.claim("auth_time", now.getEpochSecond())
			.build();
		return faults.unsigned ? new PlainJWT(claims).serialize() : signed(claims, faults);
	}

	private String signed(JWTClaimsSet claims, FakeProvider.Faults faults) {
		try {
			JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID());
			if (faults.idTokenType != null) {
				header.type(new JOSEObjectType(faults.idTokenType));
			}
			SignedJWT token = new SignedJWT(header.build(), claims);
			token.sign(new RSASSASigner(faults.otherKey ? this.otherKey : this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey newKey() {
		try {
			return new RSAKeyGenerator(2048).keyID("k1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
