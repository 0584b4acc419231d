package dev.quartet.app.oidc;

import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.OidcProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decides whether a provider signed a token, with an algorithm that we expect of it (RFC
 * 8725 §3.1).
 */
@Component
class SignedTokens {

	private static final Set<JWSAlgorithm> TRUSTED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
			JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384,
			JWSAlgorithm.ES512);

	private final KeySets keys;

	SignedTokens(KeySets keys) {
		this.keys = keys;
	}

	/**
	 * The claims of a genuine token.
	 * @param types the types it may have; null stands for none
	 * @throws AnswerRefused when it is not genuine
	 * @throws ProviderSilent when the keys cannot be had
	 */
	JWTClaimsSet verify(OidcProvider provider, Metadata metadata, String token, Set<@Nullable String> types) {
		SignedJWT jwt = parse(token);
		JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
		if (!algorithms(provider, metadata).contains(algorithm)) {
			throw new AnswerRefused("id_token_algorithm", "signed with " + algorithm);
		}
		// The type keeps access tokens and tokens of other kinds out (RFC 8725 §3.11).
		String type = Optional.ofNullable(jwt.getHeader().getType()).map(Object::toString).orElse(null);
		if (types.stream().noneMatch((allowed) -> (allowed != null) ? allowed.equalsIgnoreCase(type) : type == null)) {
			throw new AnswerRefused("id_token_type", "a token of type " + type);
		}
		return claims(jwt, algorithm, metadata);
	}

	private JWTClaimsSet claims(SignedJWT jwt, JWSAlgorithm algorithm, Metadata metadata) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSTypeVerifier((type, context) -> {
		});
		processor.setJWTClaimsSetVerifier((claims, context) -> {
		});
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, this.keys.at(metadata.jwksUri())));
		try {
			return processor.process(jwt, null);
		}
		// A key that may be new and cannot be looked for is no proof of a forgery.
		catch (RemoteKeySourceException | JWKSetUnavailableException | RateLimitReachedException ex) {
			throw new ProviderSilent("The keys of " + metadata.issuer() + " cannot be had", ex);
		}
		catch (BadJOSEException ex) {
			throw new AnswerRefused("id_token_signature", String.valueOf(ex.getMessage()));
		}
		catch (JOSEException ex) {
			throw new AnswerRefused("id_token_signature", "the signature cannot be checked: " + ex.getMessage());
		}
	}

	/** What was registered, else what both sides know. */
	private static Set<JWSAlgorithm> algorithms(OidcProvider provider, Metadata metadata) {
		Set<JWSAlgorithm> allowed = new LinkedHashSet<>();
		if (provider.signedWith() != null) {
			allowed.add(JWSAlgorithm.parse(provider.signedWith()));
		}
		else {
			metadata.idTokenAlgorithms().stream().map(JWSAlgorithm::parse).forEach(allowed::add);
		}
		allowed.retainAll(TRUSTED);
		return allowed;
	}

	private static SignedJWT parse(String token) {
		try {
			JWT jwt = JWTParser.parse(token);
			if (jwt instanceof SignedJWT signed) {
				return signed;
			}
			throw new AnswerRefused("id_token_algorithm", "a token that is not signed");
		}
		catch (ParseException ex) {
			throw new AnswerRefused("id_token_unreadable", "no JWT");
		}
	}

}
