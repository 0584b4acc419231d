package dev.quartet.auth.assertions;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import com.nimbusds.jose.jwk.JWKSet;
import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundAnswer;
import dev.quartet.auth.outbound.OutboundFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the keys of one client as they were published a moment ago. Whatever signatures
 * arrive, the client's address is asked rarely, and by one request at a time.
 */
class RemoteKeySet {

	private static final Logger log = LoggerFactory.getLogger(RemoteKeySet.class);

	private static final Duration FRESH = Duration.ofMinutes(5);

	/** A client whose address is down for a while goes on. */
	private static final Duration USABLE = Duration.ofMinutes(20);

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final ReentrantLock lock = new ReentrantLock();

	private final URI address;

	private final Outbound outbound;

	private JWKSet keys = PublicKeys.NONE;

	private Instant loadedAt = Instant.EPOCH;

	private Instant askedAt = Instant.EPOCH;

	private @Nullable Instant missedAt;

	RemoteKeySet(URI address, Outbound outbound) {
		this.address = address;
		this.outbound = outbound;
	}

	JWKSet known(Instant now) {
		this.lock.lock();
		try {
			if (isOver(this.loadedAt, FRESH, now) && isOver(this.askedAt, PAUSE, now)) {
				ask(now);
			}
			return isOver(this.loadedAt, USABLE, now) ? PublicKeys.NONE : this.keys;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** After a signature that no known key made: at most one more question in 30 s. */
	JWKSet afterMiss(Instant now) {
		this.lock.lock();
		try {
			boolean first = this.missedAt == null || isOver(this.missedAt, PAUSE, now);
			if (first) {
				this.missedAt = now;
			}
			// what was asked for this very signature cannot be any newer
			if (first && this.askedAt.isBefore(now)) {
				ask(now);
			}
			return isOver(this.loadedAt, USABLE, now) ? PublicKeys.NONE : this.keys;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void ask(Instant now) {
		this.askedAt = now;
		try {
			OutboundAnswer answer = this.outbound.get(this.address);
			if (answer.isOk()) {
				this.keys = PublicKeys.parse(answer.body());
				this.loadedAt = now;
			}
			else {
				log.info("{} answered {} instead of keys", this.address, answer.status());
			}
		}
		catch (OutboundFailed | ParseException ex) {
			log.info("{} gave no keys: {}", this.address, ex.getMessage());
		}
	}

	// A clock that was set back must not make it good for longer.
	private static boolean isOver(Instant since, Duration time, Instant now) {
		return now.isBefore(since) || !now.isBefore(since.plus(time));
	}

}
