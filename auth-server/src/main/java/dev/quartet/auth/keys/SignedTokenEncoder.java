package dev.quartet.auth.keys;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.security.oauth2.jwt.JoseHeaderNames;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtEncodingException;

/** Signs tokens with the key that is active now. */
class SignedTokenEncoder implements JwtEncoder {

	private static final String DEFAULT_TYPE = "JWT";

	private static final Set<String> HEADERS = Set.of(JoseHeaderNames.ALG, JoseHeaderNames.TYP);

	private final KeyRing keys;

	SignedTokenEncoder(KeyRing keys) {
		this.keys = keys;
	}

	@Override
	public Jwt encode(JwtEncoderParameters parameters) {
		JwsHeader header = Objects.requireNonNull(parameters.getJwsHeader(), "A token names its algorithm");
		if (!HEADERS.containsAll(header.getHeaders().keySet())) {
			throw new JwtEncodingException("Our tokens have no such header: " + header.getHeaders().keySet());
		}
		String type = Objects.requireNonNullElse(header.getType(), DEFAULT_TYPE);
		TokenKey key = this.keys.signing(algorithm(header));
		JwtClaimsSet claims = parameters.getClaims();
		JwsHeader complete = JwsHeader.from(header).type(type).keyId(key.kid()).build();
		return new Jwt(sign(key, type, claims), claims.getIssuedAt(), claims.getExpiresAt(), complete.getHeaders(),
				claims.getClaims());
	}

	private static TokenAlgorithm algorithm(JwsHeader header) {
		String name = header.getAlgorithm().getName();
		return TokenAlgorithm.of(name).orElseThrow(() -> new JwtEncodingException("No key signs with " + name));
	}

	private static String sign(TokenKey key, String type, JwtClaimsSet claims) {
		try {
			return key.sign(type, json(claims));
		}
		catch (GeneralSecurityException ex) {
			throw new JwtEncodingException("The key %s cannot sign".formatted(key.kid()), ex);
		}
	}

	private static String json(JwtClaimsSet claims) {
		JWTClaimsSet.Builder json = new JWTClaimsSet.Builder();
		claims.getClaims()
			.forEach((name, value) -> json.claim(name, (value instanceof Instant time) ? Date.from(time) : value));
		return json.issuer(claims.getClaimAsString(JwtClaimNames.ISS)).build().toString();
	}

}
