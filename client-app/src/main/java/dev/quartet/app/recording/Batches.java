package dev.quartet.app.recording;

import java.util.Optional;
import java.util.function.Supplier;

/** Knows what the current thread writes down. */
final class Batches {

	private final ThreadLocal<Optional<Batch>> current = ThreadLocal.withInitial(Optional::empty);

	Optional<Batch> current() {
		return this.current.get();
	}

	/** Does the work with all its calls going to that batch. */
	<T> T with(Batch batch, Supplier<T> work) {
		Optional<Batch> outer = this.current.get();
		this.current.set(Optional.of(batch));
		try {
			return work.get();
		}
		finally {
			if (outer.isPresent()) {
				this.current.set(outer);
			}
			else {
				this.current.remove();
			}
		}
	}

}
