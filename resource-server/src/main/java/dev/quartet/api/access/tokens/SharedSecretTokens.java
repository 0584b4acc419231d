package dev.quartet.api.access.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;

/** Checks tokens that were signed with a secret that this API knows, too. */
final class SharedSecretTokens {

	private final IssuerSettings issuer;

	private final TokenRules rules;

	private final MACVerifier signature;

	SharedSecretTokens(IssuerSettings issuer, TokenRules rules) {
		this.issuer = issuer;
		this.rules = rules;
		this.signature = verifier(Objects.requireNonNull(issuer.secret()));
	}

	VerifiedToken verify(SignedToken token) {
		if (!JWSAlgorithm.HS256.equals(token.header().getAlgorithm()) || !isSigned(token)) {
			throw new TokenRefused("The token is malformed or not signed with the secret");
		}
		String type = token.header().getType() != null ? token.header().getType().getType() : null;
		if (issuer.lenient()) {
			rules.refuseOtherTypes(type);
		}
		else {
			rules.requireAccessToken(type);
		}
		rules.check(token.claims());
		return VerifiedToken.of(issuer, token.claims());
	}

	private boolean isSigned(SignedToken token) {
		try {
			return token.jws().verify(signature);
		}
		catch (JOSEException malformed) {
			return false;
		}
	}

	private static MACVerifier verifier(String secret) {
		try {
			return new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (JOSEException tooShort) {
			throw new IllegalArgumentException("A shared secret needs 256 bits", tooShort);
		}
	}

}
