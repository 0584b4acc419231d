package dev.quartet.auth.keys;

import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

/** Decides whether a token is one that this server signed, expired ones included. */
public class VerifiedTokens {

	private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

	private final ConfigurableJWTProcessor<SecurityContext> accessTokens;

	private final ConfigurableJWTProcessor<SecurityContext> idTokens;

	VerifiedTokens(KeyRing keys) {
		this.accessTokens = processor(keys, new DefaultJOSEObjectTypeVerifier<>(AT_JWT));
		this.idTokens = processor(keys, new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
	}

	/** The claims of one of our access tokens, recognised by its type (RFC 9068 §2.1). */
	public Optional<JWTClaimsSet> accessToken(String token) {
		return verify(this.accessTokens, token);
	}

	/** The claims of one of our ID tokens. */
	public Optional<JWTClaimsSet> idToken(String token) {
		return verify(this.idTokens, token);
	}

	private static ConfigurableJWTProcessor<SecurityContext> processor(KeyRing keys,
			DefaultJOSEObjectTypeVerifier<SecurityContext> type) {
		ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSTypeVerifier(type);
		processor
			.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
			// time is judged by whoever asks: an expired ID token is still a good hint
		});
		return processor;
	}

	private static Optional<JWTClaimsSet> verify(ConfigurableJWTProcessor<SecurityContext> processor, String token) {
		try {
			return Optional.of(processor.process(token, null));
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			return Optional.empty();
		}
	}

}
