package dev.quartet.api.access.proof;

import java.time.Instant;

/** Remembers proofs, so that each is good for one request (RFC 9449 §11.1). */
interface SeenProofs {

	/** Begins to remember, or fails when it will not be able to. */
	void open();

	/**
	 * Answers whether this one comes for the first time.
	 * @param proof by its key and its id
	 * @param end when nobody takes it any more
	 */
	boolean isFirst(ProofId proof, Instant end);

	/**
	 * Forgets some whose end has passed; answers whether there may be more.
	 */
	boolean forget(Instant now);

}
