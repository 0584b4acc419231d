package dev.quartet.api.access.proof;

import java.math.BigInteger;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.quartet.api.access.keys.Ed25519;

/**
 * Is the public key that a proof brings along, with the algorithm that it is used for.
 */
final class ProofKey {

	/** The same as for access tokens: asymmetric, and each known to be sound. */
	static final List<String> ALGORITHMS = List.of("ES256", "RS256", "PS256", "EdDSA");

	private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

	private static final int RSA_LEAST = 2048;

	// A long key, or a long exponent, makes each check expensive for us and for nobody
	// else.
	private static final int RSA_MOST = 4096;

	private static final int EXPONENT_MOST = 32;

	private final JWSAlgorithm algorithm;

	private final JWK key;

	private ProofKey(JWSAlgorithm algorithm, JWK key) {
		this.algorithm = algorithm;
		this.key = key;
	}

	static ProofKey of(Map<String, Object> header) {
		if (!(header.get("alg") instanceof String algorithm) || !ALGORITHMS.contains(algorithm)) {
			throw ProofRefused.badProof("alg is none of " + String.join(" ", ALGORITHMS));
		}
		if (!(header.get("jwk") instanceof Map<?, ?> members)) {
			throw ProofRefused.badProof("jwk is missing");
		}
		if (members.keySet().stream().anyMatch(PRIVATE::contains)) {
			throw ProofRefused.badProof("jwk is not a public key");
		}
		return new ProofKey(JWSAlgorithm.parse(algorithm), parse(algorithm, members));
	}

	/** Answers how a token names this key (RFC 7638). */
	String thumbprint() {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException missing) {
			throw new IllegalStateException("Every JDK has SHA-256", missing);
		}
	}

	boolean hasSigned(ProofJwt proof) {
		try {
			return verifier().verify(new JWSHeader(algorithm), proof.signed(), proof.signature());
		}
		catch (JOSEException | IllegalArgumentException unusable) {
			return false;
		}
	}

	private JWSVerifier verifier() throws JOSEException {
		if (key instanceof ECKey ec) {
			return new ECDSAVerifier(ec);
		}
		return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new Ed25519(Ed25519.publicKey(key));
	}

	private static JWK parse(String algorithm, Map<?, ?> members) {
		return switch (algorithm) {
			case "ES256" -> parse(members, Map.of("kty", "EC", "crv", "P-256"), "x", "y");
			case "EdDSA" -> parse(members, Map.of("kty", "OKP", "crv", "Ed25519"), "x");
			default -> sized(parse(members, Map.of("kty", "RSA"), "n", "e"));
		};
	}

	// Only what makes the key is read, as only that is in its thumbprint: neither
	// certificates nor addresses that come with it.
	private static JWK parse(Map<?, ?> members, Map<String, String> kind, String... numbers) {
		Map<String, Object> needed = new HashMap<>(kind);
		for (String number : numbers) {
			needed.put(number, String.valueOf(members.get(number)));
		}
		if (!kind.entrySet().stream().allMatch((member) -> member.getValue().equals(members.get(member.getKey())))) {
			throw ProofRefused.badProof("jwk is no key for this alg");
		}
		try {
			return JWK.parse(needed);
		}
		catch (ParseException malformed) {
			throw ProofRefused.badProof("jwk is malformed");
		}
	}

	private static JWK sized(JWK key) {
		RSAKey rsa = key.toRSAKey();
		int size = rsa.getModulus().decodeToBigInteger().bitLength();
		BigInteger exponent = rsa.getPublicExponent().decodeToBigInteger();
		if (size < RSA_LEAST || size > RSA_MOST || exponent.bitLength() > EXPONENT_MOST || !exponent.testBit(0)) {
			throw ProofRefused.badProof("jwk is too short or too long an RSA key");
		}
		return key;
	}

}
