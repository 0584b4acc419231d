package dev.quartet.auth.onetime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a secret may still be used, once. */
@Component
public class OneTimes {

	private final OneTimeRows rows;

	private final Clock clock;

	OneTimes(OneTimeRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * Makes a secret usable once, for as long as it lives. The secret must hold at least
	 * 128 random bits: only its SHA-256 is stored.
	 */
	@Transactional
	public void issue(OneTimeKind kind, String secret, String payload, Duration life) {
		Instant now = this.clock.instant();
		this.rows.save(new OneTime(key(kind, secret), payload, now, now.plus(life)));
	}

	/** Finds a secret whether or not it was used or has expired. */
	@Transactional(readOnly = true)
	public Optional<Found> find(OneTimeKind kind, String secret) {
		return this.rows.findById(key(kind, secret)).map((row) -> row.asFound(this.clock.instant()));
	}

	/** What a secret stands for, if it can still be claimed. */
	public Optional<String> peek(OneTimeKind kind, String secret) {
		return find(kind, secret).filter(Found::claimable).map(Found::payload);
	}

	/**
	 * Uses the secret, in the transaction of what it buys. Answers {@code false} when it
	 * was used before, has expired or never was: then nothing may be bought.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean claim(OneTimeKind kind, String secret, @Nullable UUID bought) {
		return this.rows.claim(kind, Sha256.of(secret), this.clock.instant(), bought) == 1;
	}

	/**
	 * Counts that the secret came without what belongs to it, and uses it up at this many
	 * failures, whoever else counts at the same time.
	 */
	@Transactional
	public void fail(OneTimeKind kind, String secret, int most) {
		this.rows.fail(kind.name(), Sha256.of(secret), most, this.clock.instant());
	}

	/** Makes every unused secret of this kind unusable. */
	@Transactional
	public void revokeAll(OneTimeKind kind) {
		this.rows.claimAll(kind, this.clock.instant());
	}

	private static OneTime.Key key(OneTimeKind kind, String secret) {
		return new OneTime.Key(kind, Sha256.of(secret));
	}

	/** Tells what is known of a secret that was once issued. */
	public record Found(String payload, Instant createdAt, Instant expiresAt, boolean consumed, boolean expired,
			@Nullable UUID bought) {

		/** Whether the secret can still be claimed. */
		public boolean claimable() {
			return !this.consumed && !this.expired;
		}

	}

}
