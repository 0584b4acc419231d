package dev.quartet.api.access.proof;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers proofs for one instance, where there is no database; only so many, and of no
 * key more than there is room left for all others.
 */
final class SeenProofsInMemory implements SeenProofs {

	private static final Logger log = LoggerFactory.getLogger(SeenProofsInMemory.class);

	private final Map<ProofId, Instant> seen = new ConcurrentHashMap<>();

	private final Map<String, Integer> ofKey = new ConcurrentHashMap<>();

	private final int most;

	private final AtomicBoolean refusing = new AtomicBoolean();

	private volatile boolean refusedLately;

	SeenProofsInMemory(int most) {
		this.most = most;
	}

	@Override
	public void open() {
		log.info("DPoP proofs are remembered in memory, at most {}: without a database a proof "
				+ "is good once for each instance", most);
	}

	// A repeated one needs no room.
	@Override
	public boolean isFirst(ProofId proof, Instant end) {
		if (seen.containsKey(proof)) {
			return false;
		}
		requireRoom(proof.key());
		ofKey.merge(proof.key(), 1, Integer::sum);
		boolean first = seen.putIfAbsent(proof, end) == null;
		if (!first) {
			release(proof.key());
		}
		return first;
	}

	@Override
	public boolean forget(Instant now) {
		seen.forEach((proof, end) -> {
			if (end.isBefore(now) && seen.remove(proof, end)) {
				release(proof.key());
			}
		});
		if (!refusedLately && refusing.getAndSet(false)) {
			log.info("There is room for DPoP proofs again");
		}
		refusedLately = false;
		return false;
	}

	int size() {
		return seen.size();
	}

	// Forgetting one too early would let it be used again. Of n greedy keys each gets an
	// (n+1)th of the room, and as much is left for those who need little.
	private void requireRoom(String key) {
		if (ofKey.getOrDefault(key, 0) < most - seen.size()) {
			return;
		}
		refusedLately = true;
		if (!refusing.getAndSet(true)) {
			log.warn("No room for further DPoP proofs of a key, so requests with them are refused");
		}
		throw ProofRefused.cannotRemember();
	}

	private void release(String key) {
		ofKey.computeIfPresent(key, (same, held) -> held > 1 ? held - 1 : null);
	}

}
