package dev.quartet.auth.keys;

import java.time.Clock;
import java.time.Instant;
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
		boolean due = false;
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
			this.steps.create(algorithm, line.nextSequence());
			return true;
		}
		boolean announced = announceNext(algorithm, line);
		boolean activated = activateNext(line);
		return removeWhatIsOver(line) || activated || announced;
	}

	private boolean announceNext(TokenAlgorithm algorithm, Line line) {
		Instant due = line.last().signsFrom().plus(this.settings.rotateEvery()).minus(this.settings.announceBefore());
		if (due.isAfter(this.clock.instant())) {
			return false;
		}
		this.steps.announce(algorithm, line.nextSequence(), this.settings.announceBefore());
		return true;
	}

	private boolean activateNext(Line line) {
		Optional<SigningKey> due = line.next.stream()
			.filter((key) -> !key.signsFrom().isAfter(this.clock.instant()))
			.findFirst();
		due.ifPresent((next) -> this.steps.replace(line.active.get(0), next));
		return due.isPresent();
	}

	private boolean removeWhatIsOver(Line line) {
		Instant retiredUntil = this.clock.instant().minus(this.settings.keepAfter());
		List<SigningKey> over = line.all.stream().filter((key) -> key.isOver(retiredUntil)).toList();
		over.forEach((key) -> this.steps.remove(key, retiredUntil));
		return !over.isEmpty();
	}

	/** Is the line of one algorithm's keys: those that sign, wait or have signed. */
	private record Line(List<SigningKey> all, List<SigningKey> active, List<SigningKey> next) {

		static Line of(TokenAlgorithm algorithm, List<SigningKey> keys) {
			List<SigningKey> own = keys.stream().filter((key) -> key.isFor(algorithm)).toList();
			return new Line(own, in(own, KeyState.ACTIVE), in(own, KeyState.NEXT));
		}

		SigningKey last() {
			return this.next.isEmpty() ? this.active.get(0) : this.next.get(this.next.size() - 1);
		}

		int nextSequence() {
			return this.all.isEmpty() ? 1 : this.all.get(this.all.size() - 1).sequence() + 1;
		}

		private static List<SigningKey> in(List<SigningKey> keys, KeyState state) {
			return keys.stream().filter((key) -> key.is(state)).toList();
		}

	}

}
