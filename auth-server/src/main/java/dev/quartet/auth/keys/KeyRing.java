package dev.quartet.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Holds the keys of the database ready for use. It follows what other instances do to
 * them, and does itself what is due.
 */
class KeyRing implements JWKSource<SecurityContext> {

	// A forged key id costs its sender nothing.
	private static final Duration PAUSE_AFTER_UNKNOWN = Duration.ofSeconds(1);

	private final SigningKeys keys;

	private final Seal seal;

	private final KeyRotation rotation;

	private final SignatureProvider providers;

	private final Clock clock;

	private final ReentrantLock loading = new ReentrantLock();

	private volatile KeySnapshot snapshot = KeySnapshot.EMPTY;

	private volatile Instant unknownAgain = Instant.MIN;

	KeyRing(SigningKeys keys, Seal seal, KeyRotation rotation, SignatureProvider providers, Clock clock) {
		this.keys = keys;
		this.seal = seal;
		this.rotation = rotation;
		this.providers = providers;
		this.clock = clock;
	}

	/** Notices what has changed and takes the steps that are due. */
	void follow() {
		refresh();
		if (this.rotation.run(this.snapshot.rows())) {
			refresh();
		}
	}

	/** The key that signs with this algorithm, made at once where there is none yet. */
	TokenKey signing(TokenAlgorithm algorithm) {
		return this.snapshot.signing(algorithm).orElseGet(() -> first(algorithm));
	}

	/** The key of that id, unless it is unknown to the database or revoked. */
	Optional<TokenKey> published(String kid) {
		Optional<TokenKey> known = this.snapshot.published(kid);
		if (known.isPresent() || this.clock.instant().isBefore(this.unknownAgain)) {
			return known;
		}
		this.unknownAgain = this.clock.instant().plus(PAUSE_AFTER_UNKNOWN);
		refresh();
		return this.snapshot.published(kid);
	}

	KeyDocument document() {
		return this.snapshot.document();
	}

	/** The public parts only. */
	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		return selector.select(this.snapshot.keySet());
	}

	private TokenKey first(TokenAlgorithm algorithm) {
		refresh();
		if (this.snapshot.signing(algorithm).isEmpty()) {
			this.rotation.run(algorithm, this.snapshot.rows());
			refresh();
		}
		return this.snapshot.signing(algorithm)
			.orElseThrow(() -> new IllegalStateException("There is no %s key".formatted(algorithm)));
	}

	private void refresh() {
		this.loading.lock();
		try {
			if (!this.snapshot.saysTheSameAs(this.keys.stamps())) {
				this.snapshot = this.snapshot.next(this.keys.findAll(SigningKeys.ORDER), this::open);
			}
		}
		finally {
			this.loading.unlock();
		}
	}

	private Optional<TokenKey> open(SigningKey row) {
		return TokenAlgorithm.of(row.algorithm()).map((algorithm) -> {
			JWK jwk = row.is(KeyState.ACTIVE) ? row.open(this.seal) : row.publicPart();
			return new TokenKey(jwk, algorithm, this.providers);
		});
	}

}
