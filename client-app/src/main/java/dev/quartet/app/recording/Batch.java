package dev.quartet.app.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what one piece of work writes down, until it is stored at once. */
final class Batch {

	/** What a batch may keep of contents; later ones are left out. */
	private static final int MOST_BYTES = 4 * Contents.MOST_BYTES;

	private final String recording;

	private final Redaction redaction;

	private final List<Message> messages = new ArrayList<>();

	private @Nullable String outcome;

	private @Nullable String findings;

	private int bytes;

	Batch(String recording, JsonMapper mapper) {
		this.recording = recording;
		this.redaction = new Redaction(recording, mapper);
	}

	String recording() {
		return this.recording;
	}

	Redaction redaction() {
		return this.redaction;
	}

	List<Message> messages() {
		return this.messages;
	}

	@Nullable String outcome() {
		return this.outcome;
	}

	@Nullable String findings() {
		return this.findings;
	}

	Optional<Answer> lastAnswer() {
		Answer answer = this.messages.isEmpty() ? null : this.messages.get(this.messages.size() - 1).answer();
		return Optional.ofNullable(answer);
	}

	boolean isEmpty() {
		return this.messages.isEmpty() && this.outcome == null && this.findings == null;
	}

	void add(Message message) {
		// One more than a flow may have says that there were more.
		if (this.messages.size() <= RecordingRows.MOST_MESSAGES) {
			this.messages.add(message);
		}
	}

	void end(String how) {
		this.outcome = how;
	}

	void conclude(String what) {
		this.findings = what;
	}

	@Nullable Body body(byte[] content) {
		this.bytes += content.length;
		if (this.bytes > MOST_BYTES) {
			return new Body(Body.Form.OTHER, List.of(), content.length, Body.Omission.LONG);
		}
		return new Contents(this.redaction).body(content);
	}

}
