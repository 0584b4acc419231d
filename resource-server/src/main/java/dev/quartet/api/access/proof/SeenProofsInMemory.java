package dev.quartet.api.access.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers proofs for one instance, where there is no database; only so many. */
final class SeenProofsInMemory implements SeenProofs {

	private static final Logger log = LoggerFactory.getLogger(SeenProofsInMemory.class);

	private final Map<ByteBuffer, Instant> seen = new ConcurrentHashMap<>();

	private final int most;

	SeenProofsInMemory(int most) {
		this.most = most;
	}

	@Override
	public void open() {
		log.info("DPoP proofs are remembered in memory, at most {}: without a database a proof "
				+ "is good once for each instance", most);
	}

	@Override
	public boolean isFirst(byte[] proof, Instant end) {
		// Forgetting one too early would let it be used again.
		if (seen.size() >= most) {
			log.warn("No room for further DPoP proofs, so requests with them are refused");
			throw ProofRefused.cannotRemember();
		}
		return seen.putIfAbsent(ByteBuffer.wrap(proof), end) == null;
	}

	@Override
	public boolean forget(Instant now) {
		seen.values().removeIf((end) -> end.isBefore(now));
		return false;
	}

	int size() {
		return seen.size();
	}

}
