package dev.quartet.api.access.keys;

import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the issuer's public keys without asking the issuer often: nothing is fetched at
 * start, a known key costs no fetch and no lock, an unknown one at most one fetch in 30
 * seconds however many are forged, and an outage of the issuer is bridged.
 */
public final class IssuerKeys implements AutoCloseable {

	static final Duration FRESH = Duration.ofMinutes(5);

	static final Duration REFRESH_AHEAD = Duration.ofMinutes(1);

	static final Duration USABLE_IN_OUTAGE = Duration.ofHours(4);

	static final Duration PAUSE = Duration.ofSeconds(30);

	/** Without any keys every token has to wait, so the next try comes soon. */
	static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(2);

	private static final long UNDER_WAY = Long.MAX_VALUE;

	static final int MOST_WAITING = 64;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final IssuerKeySet issuer;

	private final Clock clock;

	private final ThreadPoolExecutor fetcher = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), IssuerKeys::thread);

	private final Semaphore waitingForAny = new Semaphore(MOST_WAITING);

	private final Semaphore waitingForNew = new Semaphore(MOST_WAITING);

	private volatile @Nullable KnownKeys known;

	private volatile boolean failing;

	private volatile long notBefore = Long.MIN_VALUE;

	private @Nullable CompletableFuture<Void> underWay;

	public IssuerKeys(String issuer, @Nullable URI address, Clock clock) {
		this.issuer = new IssuerKeySet(issuer, address);
		this.clock = clock;
		fetcher.allowCoreThreadTimeOut(true);
	}

	/** Answers the keys that may have signed what has such a header. */
	public List<PublicKey> find(JWSHeader header) {
		KnownKeys keys = usable();
		return (keys.mayKnow(header) ? keys : newest(keys)).matching(header);
	}

	private KnownKeys usable() {
		KnownKeys keys = known;
		long age = keys != null ? clock.millis() - keys.fetchedAt() : Long.MAX_VALUE;
		if (keys != null && age < FRESH.minus(REFRESH_AHEAD).toMillis()) {
			return keys;
		}
		boolean bridged = failing && age < USABLE_IN_OUTAGE.toMillis();
		if (keys != null && (age < FRESH.toMillis() || bridged)) {
			refresh();
			return keys;
		}
		awaitAmong(waitingForAny, fetch());
		return confirmed();
	}

	private KnownKeys confirmed() {
		KnownKeys keys = known;
		if (keys == null || clock.millis() - keys.fetchedAt() >= USABLE_IN_OUTAGE.toMillis()) {
			throw new IssuerAway("The keys of " + issuer + " cannot be fetched");
		}
		return keys;
	}

	// Whoever brings an unknown key waits for a fetch, and nobody else does.
	private KnownKeys newest(KnownKeys keys) {
		long pause = notBefore;
		if (clock.millis() >= pause || pause == UNDER_WAY) {
			awaitAmong(waitingForNew, fetch());
		}
		KnownKeys newest = known;
		return newest != null ? newest : keys;
	}

	// Nobody waits, and while a fetch is under way or paused nobody takes the lock.
	@SuppressWarnings("FutureReturnValueIgnored")
	private void refresh() {
		if (clock.millis() >= notBefore) {
			fetch();
		}
	}

	private synchronized CompletableFuture<Void> fetch() {
		if (underWay != null) {
			return underWay;
		}
		if (clock.millis() < notBefore) {
			return CompletableFuture.completedFuture(null);
		}
		notBefore = UNDER_WAY;
		CompletableFuture<Void> fetch = CompletableFuture.runAsync(this::fetchNow, fetcher);
		underWay = fetch;
		return fetch;
	}

	private void fetchNow() {
		long now = clock.millis();
		@Nullable JWKSet published = null;
		try {
			published = issuer.fetch().orElse(null);
		}
		finally {
			finish(published, now);
		}
	}

	private synchronized void finish(@Nullable JWKSet published, long now) {
		failing = true;
		try {
			if (published != null) {
				known = new KnownKeys(published, now);
				failing = false;
			}
		}
		finally {
			notBefore = now + (known != null ? PAUSE : PAUSE_WITHOUT_KEYS).toMillis();
			underWay = null;
		}
	}

	// Whoever forges a key id could have all threads wait.
	private static void awaitAmong(Semaphore places, CompletableFuture<Void> fetch) {
		if (!places.tryAcquire()) {
			throw new IssuerAway("Too many wait for the keys");
		}
		try {
			await(fetch);
		}
		finally {
			places.release();
		}
	}

	private static void await(CompletableFuture<Void> fetch) {
		try {
			fetch.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException failed) {
			throw new IssuerAway("The keys could not be fetched in time");
		}
	}

	private static Thread thread(Runnable fetch) {
		Thread thread = new Thread(fetch, "issuer-keys");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void close() {
		fetcher.shutdownNow();
	}

}
