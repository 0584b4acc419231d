package dev.quartet.api.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RefreshAheadCachingJWKSetSource;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds the issuer's public keys without asking the issuer often: nothing is fetched at
 * start, a known key costs no fetch, an unknown one at most one in 30 seconds, and an
 * outage of the issuer is bridged.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, AutoCloseable {

	static final Duration FRESH = Duration.ofMinutes(5);

	static final Duration REFRESH_AHEAD = Duration.ofMinutes(1);

	static final Duration USABLE_IN_OUTAGE = Duration.ofHours(4);

	static final Duration PAUSE = Duration.ofSeconds(30);

	static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

	private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(10);

	private final JWKSetSource<SecurityContext> keySets;

	private final Clock clock;

	// Nimbus' own builder would put its rate limit elsewhere and allow two fetches a
	// pause.
	IssuerKeys(JWKSetSource<SecurityContext> issuer, Clock clock) {
		JWKSetSource<SecurityContext> bridged = new OutageTolerantJWKSetSource<>(
				new RetryingJWKSetSource<>(issuer, null), USABLE_IN_OUTAGE.toMillis(), null);
		this.keySets = new RefreshAheadCachingJWKSetSource<>(new PacedKeySet(bridged, PAUSE, PAUSE_AFTER_FAILURE),
				FRESH.toMillis(), WAIT_FOR_OTHERS.toMillis(), REFRESH_AHEAD.toMillis(), false, null);
		this.clock = clock;
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		JWKSet known = keySets.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), context);
		List<JWK> found = selector.select(known);
		return found.isEmpty() ? selector.select(newerThan(known, context)) : found;
	}

	private JWKSet newerThan(JWKSet known, @Nullable SecurityContext context) {
		try {
			return keySets.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), clock.millis(), context);
		}
		catch (KeySourceException notNow) {
			return known;
		}
	}

	@Override
	public void close() throws IOException {
		keySets.close();
	}

}
