package dev.quartet.api.access;

import java.time.Duration;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often the issuer is asked for its keys: seldom after an answer, because a
 * forged {@code kid} costs its sender nothing, but soon after a failure, because no token
 * can be checked without keys.
 * <p>
 * The cache in front of it calls from one thread at a time.
 */
final class PacedKeySet extends JWKSetSourceWrapper<SecurityContext> {

	private final Duration afterAnswer;

	private final Duration afterFailure;

	private volatile long notBefore;

	PacedKeySet(JWKSetSource<SecurityContext> source, Duration afterAnswer, Duration afterFailure) {
		super(source);
		this.afterAnswer = afterAnswer;
		this.afterFailure = afterFailure;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
			throws KeySourceException {
		if (now < notBefore) {
			throw new RateLimitReachedException();
		}
		notBefore = now + afterFailure.toMillis();
		JWKSet keys = getSource().getJWKSet(evaluator, now, context);
		notBefore = now + afterAnswer.toMillis();
		return keys;
	}

}
