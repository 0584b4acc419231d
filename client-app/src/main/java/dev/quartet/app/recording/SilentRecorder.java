package dev.quartet.app.recording;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Writes nothing down: outside the profile {@code demo} sign-ins are nobody's business.
 */
final class SilentRecorder implements Recorder {

	@Override
	public Optional<String> begin(String provider, String kind) {
		return Optional.empty();
	}

	@Override
	public void travelled(@Nullable String recording, FrontMessage message) {
	}

	@Override
	public <T> T during(@Nullable String recording, Supplier<T> work) {
		return work.get();
	}

	@Override
	public Optional<Answer> lastAnswer(@Nullable String recording) {
		return Optional.empty();
	}

	@Override
	public void concluded(@Nullable String recording, String findings) {
	}

	@Override
	public void ended(@Nullable String recording, String outcome) {
	}

}
