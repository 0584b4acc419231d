package dev.quartet.auth.assertions;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.keys.Ed25519;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether a client signed something, with the keys that it registered by value
 * ({@code jwks}) or by reference ({@code jwks_uri}, OpenID Connect Core §10.1).
 *
 * <p>
 * Which algorithms may be used is for the caller to decide.
 */
@Component
public class ClientSignatures {

	/** So many are tried where a signature does not name its key. */
	private static final int MOST_TRIED = 20;

	private static final int SHORTEST_RSA = 2048;

	private final RemoteKeys remote;

	private final Clock clock;

	ClientSignatures(RemoteKeys remote, Clock clock) {
		this.remote = remote;
		this.clock = clock;
	}

	public boolean verify(RegisteredClient client, JWSObject signed) {
		FurtherMetadata metadata = QuartetClientSettings.further(client);
		Optional<Map<String, Object>> own = metadata.object(MetadataField.JWKS);
		if (own.isPresent()) {
			return isSignedBy(PublicKeys.parse(own.get()), signed);
		}
		return metadata.text(MetadataField.JWKS_URI)
			.map((address) -> this.remote.of(client.getClientId(), address))
			.filter((keys) -> isSignedBy(keys, signed))
			.isPresent();
	}

	// A key that is not there yet may have been published since.
	private boolean isSignedBy(RemoteKeySet keys, JWSObject signed) {
		Instant now = this.clock.instant();
		return isSignedBy(keys.known(now), signed) || isSignedBy(keys.afterMiss(now), signed);
	}

	private static boolean isSignedBy(JWKSet keys, JWSObject signed) {
		JWKMatcher matcher = JWKMatcher.forJWSHeader(signed.getHeader());
		if (matcher == null) {
			return false;
		}
		List<JWK> matching = new JWKSelector(matcher).select(keys);
		return matching.stream().limit(MOST_TRIED).anyMatch((key) -> isSignedBy(key, signed));
	}

	private static boolean isSignedBy(JWK key, JWSObject signed) {
		try {
			if (key instanceof OctetKeyPair pair) {
				return isSignedBy(pair, signed);
			}
			boolean strong = !(key instanceof RSAKey rsa) || rsa.size() >= SHORTEST_RSA;
			return strong && key instanceof AsymmetricJWK pair && signed
				.verify(new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), pair.toPublicKey()));
		}
		catch (JOSEException | GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	// The library would need another one for these.
	private static boolean isSignedBy(OctetKeyPair key, JWSObject signed) throws GeneralSecurityException {
		JWSHeader header = signed.getHeader();
		boolean plain = header.getCriticalParams() == null && Ed25519.isCurveOf(key);
		if (!plain) {
			return false;
		}
		PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(Ed25519.publicKey(key));
		Signature signature = Signature.getInstance("Ed25519");
		signature.initVerify(publicKey);
		signature.update(signed.getSigningInput());
		return signature.verify(signed.getSignature().decode());
	}

}
