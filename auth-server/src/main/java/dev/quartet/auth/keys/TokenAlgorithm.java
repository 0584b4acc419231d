package dev.quartet.auth.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import org.jspecify.annotations.Nullable;

/** Names the algorithms that sign tokens, in JOSE's words and in Java's. */
enum TokenAlgorithm {

	// JOSE concatenates R and S (RFC 7518 §3.4), which Java calls P1363
	ES256("ES256", "EC", "SHA256withECDSAinP1363Format"),

	RS256("RS256", "RSA", "SHA256withRSA"),

	PS256("PS256", "RSA", "RSASSA-PSS"),

	EDDSA("EdDSA", "Ed25519", "Ed25519");

	// RFC 7518 §3.5: the salt is as long as the hash
	private static final PSSParameterSpec PSS = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32,
			PSSParameterSpec.TRAILER_FIELD_BC);

	private final String jose;

	private final String keyType;

	private final String signature;

	TokenAlgorithm(String jose, String keyType, String signature) {
		this.jose = jose;
		this.keyType = keyType;
		this.signature = signature;
	}

	static Optional<TokenAlgorithm> of(String name) {
		return Stream.of(values()).filter((algorithm) -> algorithm.jose.equals(name)).findFirst();
	}

	JWSAlgorithm jws() {
		return JWSAlgorithm.parse(this.jose);
	}

	String keyType() {
		return this.keyType;
	}

	boolean isKnownTo(Provider provider) {
		return provider.getService("Signature", this.signature) != null
				&& provider.getService("KeyFactory", this.keyType) != null;
	}

	/** A signature that still has to be given its key; without a provider the JDK's. */
	Signature signature(@Nullable Provider provider) throws GeneralSecurityException {
		Signature made = (provider != null) ? Signature.getInstance(this.signature, provider)
				: Signature.getInstance(this.signature);
		if (this == PS256) {
			made.setParameter(PSS);
		}
		return made;
	}

	@Override
	public String toString() {
		return this.jose;
	}

}
