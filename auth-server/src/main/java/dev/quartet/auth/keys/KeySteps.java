package dev.quartet.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import com.nimbusds.jose.jwk.JWK;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes single steps in the life of keys, each in one transaction with its audit entry.
 * Every step says whether it was this caller who took it.
 */
class KeySteps {

	private static final Logger log = LoggerFactory.getLogger(KeySteps.class);

	private final SigningKeys keys;

	private final KeyGeneration generation;

	private final Seal seal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	KeySteps(SigningKeys keys, KeyGeneration generation, Seal seal, Clock clock, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.keys = keys;
		this.generation = generation;
		this.seal = seal;
		this.clock = clock;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		// A lost race must not undo what the caller has done so far.
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Makes a key that signs at once, because the algorithm has none. */
	boolean create(TokenAlgorithm algorithm, int sequence) {
		SigningKey key = SigningKey.signing(this.generation.generate(algorithm), sequence, this.seal,
				this.clock.instant());
		return insert(key, KeyEvent.created(key));
	}

	/** Publishes a key that will sign after that time. */
	boolean announce(TokenAlgorithm algorithm, int sequence, Duration announceBefore) {
		JWK made = this.generation.generate(algorithm);
		Instant now = this.clock.instant();
		SigningKey key = SigningKey.announced(made, sequence, this.seal, now, now.plus(announceBefore));
		return insert(key, KeyEvent.announced(key));
	}

	/** Lets the next key sign instead of the active one. */
	boolean replace(SigningKey active, SigningKey next) {
		return taken((now) -> {
			if (this.keys.retire(active.getId(), now) == 0 || this.keys.activate(next.getId(), now) == 0) {
				return false;
			}
			tell(KeyEvent.retired(active));
			tell(KeyEvent.activated(next));
			return true;
		});
	}

	/** Lets an announced key sign earlier than planned. */
	boolean bringForward(SigningKey next, Instant signsFrom) {
		return taken((now) -> {
			boolean moved = this.keys.bringForward(next.getId(), signsFrom) == 1;
			if (moved) {
				tell(KeyEvent.broughtForward(next));
			}
			return moved;
		});
	}

	/** Takes away a key of which every token has expired. */
	boolean remove(SigningKey over, Instant retiredUntil) {
		return taken((now) -> {
			boolean removed = this.keys.remove(over.getId(), retiredUntil) == 1;
			if (removed) {
				tell(KeyEvent.removed(over));
			}
			return removed;
		});
	}

	/** Withdraws a compromised key, and lets another one sign if it was the one. */
	boolean revoke(SigningKey compromised) {
		return taken((now) -> {
			if (this.keys.revoke(compromised.getId(), now) == 0) {
				return false;
			}
			tell(KeyEvent.revoked(compromised));
			TokenAlgorithm.of(compromised.algorithm()).ifPresent((algorithm) -> signAgain(algorithm, now));
			return true;
		});
	}

	// A key that is already announced is one that others already know.
	private void signAgain(TokenAlgorithm algorithm, Instant now) {
		List<SigningKey> all = this.keys.findByAlgorithmOrderBySequence(algorithm.jws().getName());
		if (all.stream().anyMatch((key) -> key.is(KeyState.ACTIVE))) {
			return;
		}
		all.stream()
			.filter((key) -> key.is(KeyState.NEXT) && this.keys.activate(key.getId(), now) == 1)
			.findFirst()
			.ifPresentOrElse((promoted) -> tell(KeyEvent.activated(promoted)), () -> {
				int sequence = all.get(all.size() - 1).sequence() + 1;
				SigningKey made = SigningKey.signing(this.generation.generate(algorithm), sequence, this.seal, now);
				this.keys.saveAndFlush(made);
				tell(KeyEvent.created(made));
			});
	}

	private boolean insert(SigningKey key, KeyEvent event) {
		return taken((now) -> {
			this.keys.saveAndFlush(key);
			tell(event);
			return true;
		});
	}

	// Whoever loses changes nothing: no row matched, or (algorithm, sequence) is taken.
	private boolean taken(Predicate<Instant> step) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				boolean won = step.test(this.clock.instant());
				if (!won) {
					status.setRollbackOnly();
				}
				return won;
			}));
		}
		catch (DataIntegrityViolationException ex) {
			return false;
		}
	}

	private void tell(KeyEvent event) {
		this.events.publishEvent(event);
		log.info("{}: {}", event.type(), event.detail());
	}

}
