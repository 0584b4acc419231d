package dev.quartet.app.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Knows what the current thread writes down. */
final class Batches {

	private static final ThreadLocal<@Nullable Batch> CURRENT = new ThreadLocal<>();

	/** What the request of this thread has gathered; null outside of requests. */
	private static final ThreadLocal<@Nullable Map<String, Batch>> GATHERED = new ThreadLocal<>();

	private final JsonMapper mapper;

	Batches(JsonMapper mapper) {
		this.mapper = mapper;
	}

	Optional<Batch> current() {
		return Optional.ofNullable(CURRENT.get());
	}

	/** Does the work with all its calls going to that batch. */
	<T> T with(Batch batch, Supplier<T> work) {
		Batch outer = CURRENT.get();
		CURRENT.set(batch);
		try {
			return work.get();
		}
		finally {
			if (outer != null) {
				CURRENT.set(outer);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	/** The batch that a recording's next messages go to. */
	Batch of(String recording) {
		Map<String, Batch> batches = GATHERED.get();
		return (batches != null) ? batches.computeIfAbsent(recording, this::batch) : batch(recording);
	}

	boolean isGathering() {
		return GATHERED.get() != null;
	}

	void gather() {
		GATHERED.set(new LinkedHashMap<>());
	}

	/** Everything that was gathered. */
	List<Batch> gathered() {
		Map<String, Batch> batches = GATHERED.get();
		GATHERED.remove();
		return (batches != null) ? List.copyOf(batches.values()) : List.of();
	}

	private Batch batch(String recording) {
		return new Batch(recording, this.mapper);
	}

}
