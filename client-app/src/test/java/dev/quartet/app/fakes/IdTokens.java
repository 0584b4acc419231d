package dev.quartet.app.fakes;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Issues the fake server's ID tokens and logout tokens, faulty ones included. */
final class IdTokens {

	/** Nobody's, under the name of everybody's first one. */
	private static final RSAKey OTHER_KEY = newKey("k1");

	private final ECKey curveKey = newCurveKey();

	private final String issuer;

	private final Clock clock;

	private volatile RSAKey key = newKey("k1");

	private volatile List<JWK> published = List.of(this.key, this.curveKey);

	IdTokens(String issuer, Clock clock) {
		this.issuer = issuer;
		this.clock = clock;
	}

	Map<String, Object> keys() {
		return new JWKSet(this.published).toJSONObject();
	}

	void rotate(boolean keepOld) {
		RSAKey before = this.key;
		this.key = newKey(UUID.randomUUID().toString());
		this.published = keepOld ? List.of(before, this.key, this.curveKey) : List.of(this.key, this.curveKey);
	}

	String issue(@Nullable String nonce, String accessTokenHash, Faults faults) {
		Instant now = this.clock.instant();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
			.issuer((faults.idTokenIssuer != null) ? faults.idTokenIssuer : this.issuer)
			.subject(faults.subject)
			.audience(faults.audience)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(faults.idTokenLifeSeconds)))
			.claim("nonce", (faults.nonce != null) ? faults.nonce : nonce)
			.claim("at_hash", accessTokenHash)
			.claim("sid", faults.sid)
			.claim("auth_time", now.getEpochSecond());
		faults.claims.accept(claims);
		return faults.unsigned ? new PlainJWT(claims.build()).serialize()
				: signed(claims.build(), faults.idTokenType, faults);
	}

	/** What nothing is wrong with, until a test changes it. */
	JWTClaimsSet.Builder logout() {
		Instant now = this.clock.instant();
		return new JWTClaimsSet.Builder().issuer(this.issuer)
			.audience(FakeProvider.CLIENT_ID)
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(120)))
			.jwtID(UUID.randomUUID().toString())
			.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
	}

	String signed(JWTClaimsSet claims, @Nullable String type, Faults faults) {
		try {
			JWSAlgorithm algorithm = JWSAlgorithm.parse(faults.algorithm);
			JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID(keyId(faults));
			if (type != null) {
				header.type(new JOSEObjectType(type));
			}
			SignedJWT token = new SignedJWT(header.build(), claims);
			token.sign(signer(faults));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable String keyId(Faults faults) {
		String right = "ES256".equals(faults.algorithm) ? this.curveKey.getKeyID() : this.key.getKeyID();
		String said = (faults.keyId != null) ? faults.keyId : right;
		return said.isEmpty() ? null : said;
	}

	private JWSSigner signer(Faults faults) throws JOSEException {
		return switch (faults.algorithm) {
			case "ES256" -> new ECDSASigner(this.curveKey);
			// Our public key in place of a secret.
			case "HS256" -> new MACSigner(this.key.toRSAPublicKey().getEncoded());
			default -> new RSASSASigner(faults.otherKey ? OTHER_KEY : this.key);
		};
	}

	private static RSAKey newKey(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey newCurveKey() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
