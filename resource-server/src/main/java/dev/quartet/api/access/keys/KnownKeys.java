package dev.quartet.api.access.keys;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds what an issuer published at one time, ready to check signatures with. */
final class KnownKeys {

	private static final Logger log = LoggerFactory.getLogger(KnownKeys.class);

	private static final int SHORTEST_RSA = 2048;

	private final List<Key> all = new ArrayList<>();

	private final Map<String, List<Key>> byId = new HashMap<>();

	private final long fetchedAt;

	KnownKeys(JWKSet published, long fetchedAt) {
		this.fetchedAt = fetchedAt;
		published.getKeys().forEach(this::add);
	}

	long fetchedAt() {
		return fetchedAt;
	}

	/** A token need not name its key when the issuer has few (RFC 7515 §4.1.4). */
	boolean mayKnow(JWSHeader header) {
		return header.getKeyID() == null || byId.containsKey(header.getKeyID());
	}

	List<PublicKey> matching(JWSHeader header) {
		List<Key> candidates = header.getKeyID() == null ? all : byId.getOrDefault(header.getKeyID(), List.of());
		if (candidates.isEmpty()) {
			return List.of();
		}
		JWKMatcher fits = JWKMatcher.forJWSHeader(header);
		return candidates.stream().filter((key) -> fits.matches(key.published())).map(Key::usable).toList();
	}

	private void add(JWK published) {
		try {
			if (published instanceof RSAKey rsa && rsa.size() < SHORTEST_RSA) {
				return;
			}
			if (published instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
				add(new Key(published, Ed25519.publicKey(published)));
			}
			else if (published instanceof AsymmetricJWK pair && !(published instanceof OctetKeyPair)) {
				add(new Key(published, pair.toPublicKey()));
			}
		}
		catch (JOSEException | IllegalArgumentException malformed) {
			log.warn("A published key cannot be used: {}", malformed.getMessage());
		}
	}

	private void add(Key key) {
		all.add(key);
		if (key.published().getKeyID() != null) {
			byId.computeIfAbsent(key.published().getKeyID(), (id) -> new ArrayList<>()).add(key);
		}
	}

	/** Pairs what was published with what it means to Java. */
	private record Key(JWK published, PublicKey usable) {
	}

}
