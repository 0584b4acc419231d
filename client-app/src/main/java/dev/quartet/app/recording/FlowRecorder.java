package dev.quartet.app.recording;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Writes sign-ins down: in memory while a request lasts or work is being done, in the
 * database once it has been answered. A sign-in never fails because it could not be
 * written down.
 */
final class FlowRecorder implements Recorder {

	private static final int ID_BYTES = 24;

	private final Begun begun = new Begun();

	private final Recordings recordings;

	private final Batches batches;

	private final SecureRandom random;

	private final Clock clock;

	FlowRecorder(Recordings recordings, Batches batches, SecureRandom random, Clock clock) {
		this.recordings = recordings;
		this.batches = batches;
		this.random = random;
		this.clock = clock;
	}

	@Override
	public Optional<String> begin(String provider, String kind) {
		byte[] bytes = new byte[ID_BYTES];
		this.random.nextBytes(bytes);
		String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		// Nothing is stored before there is a message.
		this.begun.put(new Recording(id, provider, kind, this.clock.instant(), null, null, false, List.of()));
		return Optional.of(id);
	}

	@Override
	public void travelled(@Nullable String recording, FrontMessage message) {
		write(recording, (batch) -> batch.add(message(batch.redaction(), message)));
	}

	@Override
	public <T> T during(@Nullable String recording, Supplier<T> work) {
		if (recording == null || isCurrent(recording)) {
			return work.get();
		}
		Batch batch = this.batches.of(recording);
		try {
			return this.batches.with(batch, work);
		}
		finally {
			done(batch);
		}
	}

	@Override
	public Optional<Answer> lastAnswer(@Nullable String recording) {
		return this.batches.current().filter((batch) -> batch.recording().equals(recording)).flatMap(Batch::lastAnswer);
	}

	@Override
	public void concluded(@Nullable String recording, String findings) {
		write(recording, (batch) -> batch.conclude(batch.redaction().text(findings)));
	}

	@Override
	public void ended(@Nullable String recording, String outcome) {
		write(recording, (batch) -> batch.end(outcome));
	}

	private void write(@Nullable String recording, Consumer<Batch> what) {
		if (recording == null) {
			return;
		}
		if (isCurrent(recording)) {
			this.batches.current().ifPresent(what);
			return;
		}
		Batch batch = this.batches.of(recording);
		what.accept(batch);
		done(batch);
	}

	private boolean isCurrent(String recording) {
		return this.batches.current().filter((batch) -> batch.recording().equals(recording)).isPresent();
	}

	private Message message(Redaction redaction, FrontMessage message) {
		List<Part> parameters = redaction.parameters(message.parameters());
		boolean form = "POST".equals(message.method());
		return new Message(true, message.to(), this.clock.instant(), message.method(),
				redaction.address(message.address()), form ? List.of() : parameters, List.of(),
				form ? new Body(Body.Form.FORM, parameters, 0, null) : null, null, null, 0);
	}

	// Within a request, its end stores it.
	private void done(Batch batch) {
		if (!this.batches.isGathering()) {
			store(batch);
		}
	}

	void store(Batch batch) {
		if (batch.isEmpty()) {
			return;
		}
		this.recordings.keep(new Recordings.Kept(batch, this.begun.take(batch.recording())));
	}

}
