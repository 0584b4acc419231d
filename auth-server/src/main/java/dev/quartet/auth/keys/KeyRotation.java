package dev.quartet.auth.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decides which steps are due. Every instance asks; the database lets one of them take
 * each step.
 */
class KeyRotation {

	private final KeySteps steps;

	private final RotationSettings settings;

	private final Clock clock;

	KeyRotation(KeySteps steps, RotationSettings settings, Clock clock) {
		this.steps = steps;
		this.settings = settings;
		this.clock = clock;
	}

	/** Takes every step that is due and says whether there was any. */
	boolean run(List<SigningKey> keys) {
		boolean due = removeWhatIsOver(keys);
		for (TokenAlgorithm algorithm : TokenAlgorithm.values()) {
			due |= run(algorithm, keys);
		}
		return due;
	}

	/** Takes the steps of one algorithm. */
	boolean run(TokenAlgorithm algorithm, List<SigningKey> keys) {
		Line line = Line.of(algorithm, keys);
		if (line.active.isEmpty()) {
			// The first key has no tokens before it: nobody has to be told in advance.
			this.steps.create(algorithm, line.nextSequence);
			return true;
		}
		boolean announced = announceNext(algorithm, line);
		return activateNext(line) || announced;
	}

	private boolean announceNext(TokenAlgorithm algorithm, Line line) {
		Instant due = line.last().signsFrom().plus(this.settings.rotateEvery()).minus(this.settings.announceBefore());
		if (due.isAfter(this.clock.instant())) {
			return false;
		}
		this.steps.announce(algorithm, line.nextSequence, this.settings.announceBefore());
		return true;
	}

	private boolean activateNext(Line line) {
		Optional<SigningKey> due = line.next.stream()
			.filter((key) -> !key.signsFrom().isAfter(this.clock.instant()))
			.findFirst();
		due.ifPresent((next) -> this.steps.replace(line.active.get(0), next));
		return due.isPresent();
	}

	private boolean removeWhatIsOver(List<SigningKey> keys) {
		Instant retiredUntil = this.clock.instant().minus(this.settings.keepAfter());
		List<SigningKey> over = keys.stream().filter((key) -> key.isOver(retiredUntil)).toList();
		over.forEach((key) -> this.steps.remove(key, retiredUntil));
		return !over.isEmpty();
	}

	/** Is the line of one algorithm's keys: the one that signs, and those that wait. */
	private record Line(List<SigningKey> active, List<SigningKey> next, int nextSequence) {

		static Line of(TokenAlgorithm algorithm, List<SigningKey> keys) {
			List<SigningKey> own = keys.stream().filter((key) -> key.isFor(algorithm)).toList();
			int highest = own.isEmpty() ? 0 : Collections.max(own.stream().map(SigningKey::sequence).toList());
			return new Line(in(own, KeyState.ACTIVE), in(own, KeyState.NEXT), highest + 1);
		}

		SigningKey last() {
			return this.next.isEmpty() ? this.active.get(0) : this.next.get(this.next.size() - 1);
		}

		private static List<SigningKey> in(List<SigningKey> keys, KeyState state) {
			return keys.stream().filter((key) -> key.is(state)).toList();
		}

	}

}
