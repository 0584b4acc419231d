package dev.quartet.api.access.tokens;

import java.security.PublicKey;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import dev.quartet.api.access.keys.IssuerKeys;
import dev.quartet.api.access.keys.SignatureVerifiers;

/** Checks tokens that an issuer signs with a key of its own. */
final class SignedTokens implements AutoCloseable {

	private final IssuerSettings issuer;

	private final IssuerKeys keys;

	private final TokenRules rules;

	private final SignatureVerifiers verifiers = new SignatureVerifiers();

	SignedTokens(IssuerSettings issuer, IssuerKeys keys, TokenRules rules) {
		this.issuer = issuer;
		this.keys = keys;
		this.rules = rules;
	}

	VerifiedToken verify(SignedToken token) {
		if (!SignatureVerifiers.ALLOWED.contains(token.header().getAlgorithm())) {
			throw TokenRefused.untrusted();
		}
		// Without a key there is nothing to compute: a forged key id stays cheap.
		List<PublicKey> candidates = keys.find(token.header());
		if (candidates.stream().noneMatch((key) -> isSignedWith(key, token))) {
			throw TokenRefused.untrusted();
		}
		rules.requireAccessToken(token.header().getType() != null ? token.header().getType().getType() : null);
		rules.check(token.claims());
		return VerifiedToken.of(issuer, token.claims());
	}

	private boolean isSignedWith(PublicKey key, SignedToken token) {
		try {
			JWSVerifier verifier = verifiers.createJWSVerifier(token.header(), key);
			return token.jws().verify(verifier);
		}
		catch (JOSEException doesNotFit) {
			return false;
		}
	}

	@Override
	public void close() {
		keys.close();
	}

}
